// `noticeboard watch` on a hub of its own: written, edited and looked at by a test.
//
// Takes the program that NOTICEBOARD names; `../run` sets it. Nothing here waits for a time: what is awaited is what the
// program says, or what the page shows.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

const settings = `title = "Privacy hub"
base_url = "https://www.test.example/privacy/"
default_controller = "council"

[controllers.council]
name = "Test Borough Council"
short_name = "the council"
kind = "principal-council"
registration = "Z1111111"
address = ["Town Hall", "Testford"]
email = "council@test.example"
phone = "01632 960 111"
url = "https://www.test.example/"
[controllers.council.dpo]
email = "dpo@test.example"
[controllers.council.complaints]
email = "complaints@test.example"

[categories]
roads = "Roads"
`;

/** A notice with enough text to scroll. */
export function notice(title) {
  const keys = `title = "${title}"\nsummary = "How we use your data for ${title}."\ncategory = "roads"\n`;
  const body = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} of the notice.\n`).join("\n");
  return `+++\n${keys}+++\n\n## More\n\n${body}`;
}

/** A hub of two notices in a folder of its own. */
export function newHub() {
  const root = mkdtempSync(join(tmpdir(), "noticeboard-"));
  const hub = {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    /** Replaces words, which must be there, in a file. */
    edit(path, from, to) {
      const text = this.read(path);
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      this.write(path, text.replace(from, to));
    },
    read: (path) => readFileSync(join(root, path), "utf8"),
    remove: (path) => rmSync(join(root, path)),
    /** Takes the folder away. */
    end: () => rmSync(root, { recursive: true, force: true }),
  };
  hub.write("site.toml", settings);
  hub.write("content/notices/parking.md", notice("Parking"));
  hub.write("content/notices/potholes.md", notice("Potholes"));
  return hub;
}

/**
 * Starts a preview of a hub and waits until it watches. Gives its origin, what it has said so far, and a function that
 * ends it.
 */
export async function watch(hub, ...options) {
  if (!process.env.NOTICEBOARD) throw new Error("NOTICEBOARD must name the program: see tests/run");
  const given = ["watch", "--root", hub.root, "--as-of", "2026-11-21", ...options];
  const program = spawn(process.env.NOTICEBOARD, given, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(program, "exit");
  const said = [];
  const isReady = new Promise((resolve, reject) => {
    createInterface({ input: program.stderr }).on("line", (line) => {
      said.push(line);
      if (line.startsWith("Watching: ")) resolve();
    });
    ended.then(() => reject(new Error(`watch ended:\n${said.join("\n")}`)));
  });
  await isReady;
  const origin = said.join("\n").match(/http:\/\/localhost:\d+/)[0];
  const end = async () => {
    program.kill("SIGINT");
    await ended;
  };
  return { origin, port: new URL(origin).port, said, end };
}
