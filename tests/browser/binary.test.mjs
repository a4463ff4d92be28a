// The program as councils get it: one small file that needs nothing beside it, and no settings of the machine.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "noticeboard-"));
const program = join(folder, "noticeboard");
copyFileSync(process.env.NOTICEBOARD, program);

after(() => rmSync(folder, { recursive: true }));

const run = (...parameters) => execFileSync(program, parameters, { cwd: folder, env: {}, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

describe("the program", () => {
  test("is smaller than 15 MB", () => {
    const { size } = statSync(program);
    assert.ok(size < 15_000_000, `${size} bytes`);
  });

  test("has everything in it: a hub is started, built and checked in an empty folder, without an environment", () => {
    assert.match(run("--version"), /^noticeboard \d+\.\d+\.\d+\n$/);
    run("init", "hub");
    run("build", "--root", "hub");
    for (const file of ["index.html", "404.html", "search/index.js", "assets/icon.svg", "schemas/notice-1.json"]) {
      assert.ok(existsSync(join(folder, "hub/public", file)), file);
    }
    run("check", "--root", "hub");
    assert.deepEqual(readdirSync(folder).sort(), ["hub", "noticeboard"]);
  });

  test("prints its manual, its rules, its schemas and the completions of shells", () => {
    assert.match(run("explain", "--all"), /^# retention-vague|^## `?retention-vague/m);
    assert.match(run("schema", "--all"), /^# Every key/);
    assert.match(run("theme", "explain", "--all"), /^# Themes/);
    assert.match(run("man"), /^\.TH noticeboard 1/m);
    for (const shell of ["bash", "zsh", "fish", "powershell"]) assert.match(run("completions", shell), /noticeboard/);
  });
});
