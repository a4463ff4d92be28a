// Publishing as the manual shows it: what rsync carries over, and what the workflow files do, as far as a machine without
// a network can tell.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "noticeboard-"));
const manual = readFileSync(join(repository, "docs/publishing.md"), "utf8");

after(() => rmSync(scratch, { recursive: true }));

const noticeboard = (...parameters) => execFileSync(process.env.NOTICEBOARD, parameters, { stdio: "ignore" });

describe("rsync", () => {
  // The command of the manual, to a folder of this machine in place of the server's.
  const command = manual.match(/^\$ (rsync .*)$/m)[1];
  const [, ...options] = command.split(" ");
  assert.ok(options.pop().includes(":"), command);
  assert.equal(options.pop(), "public/");
  const hub = join(scratch, "hub");
  const there = join(scratch, "there");

  /** Builds and carries over. Gives the files that were sent, and those that were deleted. */
  function publish() {
    noticeboard("build", "--quiet", "--root", hub);
    const lines = execFileSync("rsync", [...options, "--itemize-changes", "public/", `${there}/`], { cwd: hub, encoding: "utf8" }).split("\n");
    const of = (sign) => lines.filter((line) => line.startsWith(sign)).map((line) => line.replace(/^\S+\s+/, "")).sort();
    return { sent: of("<f").concat(of(">f")).sort(), deleted: of("*deleting").filter((name) => !name.endsWith("/")) };
  }

  const read = (folder) => new Map(readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile() && name !== ".noticeboard")
    .map((name) => [name, readFileSync(join(folder, name))]));

  test("carries over what has changed and nothing else", () => {
    cpSync(join(repository, "content"), join(hub, "content"), { recursive: true });
    cpSync(join(repository, "site.toml"), join(hub, "site.toml"));
    mkdirSync(there);
    const first = publish();
    const before = read(join(hub, "public"));
    assert.deepEqual(first.sent, [...before.keys()].sort());
    assert.deepEqual(read(there), before);

    assert.deepEqual(publish(), { sent: [], deleted: [] });

    const libraries = join(hub, "content/notices/libraries.md");
    writeFileSync(libraries, readFileSync(libraries, "utf8").replace(/^summary = .*$/m, 'summary = "How we use your data in libraries."'));
    rmSync(join(hub, "content/notices/allotments.md"), { force: true });
    const second = publish();
    const now = read(join(hub, "public"));
    const changed = [...now].filter(([name, bytes]) => !before.get(name)?.equals(bytes)).map(([name]) => name);
    assert.deepEqual(second.sent, changed.sort());
    assert.ok(changed.includes("notices/libraries/index.html") && changed.length < before.size / 2, `${changed.length} of ${before.size}`);
    assert.deepEqual(second.deleted.sort(), [...before.keys()].filter((name) => !now.has(name)).sort());
    assert.deepEqual(read(there), now);
  });
});

/** The commands of a workflow in the order in which they run for a change of the main branch, and the published folder. */
const workflows = {
  github: {
    file: ".github/workflows/privacy-hub.yml",
    host: ".nojekyll",
    read({ jobs, on }) {
      assert.deepEqual(on.push.branches, ["main"]);
      const upload = jobs.build.steps.find((step) => step.uses?.startsWith("actions/upload-pages-artifact@"));
      assert.equal(upload.with["include-hidden-files"], true);
      assert.equal(jobs.publish.needs, "build");
      assert.deepEqual(jobs.publish.permissions, { pages: "write", "id-token": "write" });
      return { commands: jobs.build.steps.filter((step) => step.run && !step.if).map((step) => step.run), folder: upload.with.path };
    },
  },
  gitlab: {
    file: ".gitlab-ci.yml",
    host: "_redirects",
    read: ({ default: all, pages }) => ({ commands: [...all.before_script, ...pages.script], folder: pages.artifacts.paths[0] }),
  },
  azure: {
    file: "azure-pipelines.yml",
    host: "staticwebapp.config.json",
    read({ steps, trigger }) {
      assert.deepEqual(trigger.branches.include, ["main"]);
      const task = steps.find((step) => step.task === "AzureStaticWebApp@0");
      assert.equal(task.inputs.skip_app_build, true);
      return { commands: steps.filter((step) => step.script).map((step) => step.script), folder: task.inputs.app_location.slice(1) };
    },
  },
};

describe("workflow files", () => {
  for (const [name, { file, host, read }] of Object.entries(workflows)) {
    test(`that of ${name} publishes the hub that it came with`, () => {
      const folder = join(scratch, name);
      noticeboard("init", folder, "--workflow", name);
      const { commands, folder: published } = read(parse(readFileSync(join(folder, file), "utf8")));
      // What would be fetched is there already.
      const tools = join(scratch, `tools-${name}`);
      mkdirSync(tools);
      writeFileSync(join(tools, "cargo"), '#!/bin/sh\n[ "$*" = "install --locked --git https://git.test.example/" ]\n');
      chmodSync(join(tools, "cargo"), 0o755);
      const env = { ...process.env, PATH: `${tools}:${dirname(process.env.NOTICEBOARD)}:${process.env.PATH}`, NOTICEBOARD_SOURCE: "https://git.test.example/" };
      for (const command of commands) execFileSync("/bin/sh", ["-e", "-c", command], { cwd: folder, env, stdio: "ignore" });
      assert.equal(commands.length, 2);
      assert.ok(existsSync(join(folder, published, "index.html")));
      assert.ok(existsSync(join(folder, published, host)), "the host's own files are there");
    });

    test(`that of ${name} is added to a hub that is there, and takes the place of nothing`, () => {
      const folder = join(scratch, `${name}-later`);
      noticeboard("init", folder);
      noticeboard("init", folder, "--workflow", name);
      const text = readFileSync(join(folder, file), "utf8");
      writeFileSync(join(folder, file), "mine");
      assert.throws(() => noticeboard("init", folder, "--workflow", name));
      assert.equal(readFileSync(join(folder, file), "utf8"), "mine");
      assert.ok(text.includes("noticeboard build"));
    });
  }
});
