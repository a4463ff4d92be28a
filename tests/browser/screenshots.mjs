// Pictures of the main pages at three widths, in light and dark colours, to look at by eye. No part of the tests.
//
//     node screenshots.mjs <published hub> <folder for the pictures>

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch, look, open } from "./chromium.mjs";
import { readHub } from "./hub.mjs";
import { serve } from "./server.mjs";

const [root, folder] = process.argv.slice(2);
if (!root || !folder) {
  console.error("Give two folders: the published hub, and where the pictures go.");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const hub = readHub("hub", resolve(root));
const notices = hub.listed.map((page) => page.path).filter((path) => /\/notices\/[^/]+\/$/.test(path));
const notice = notices.find((path) => path.endsWith("/council-tax/")) ?? notices[0];
const at = (path) => hub.base.pathname + path;
const pages = { home: at(""), "a-to-z": at("notices/"), notice, general: at("general/") };

const server = await serve(hub);
const browser = await launch();
for (const [name, path] of Object.entries(pages)) {
  for (const width of [360, 768, 1280]) {
    for (const scheme of ["light", "dark"]) {
      const { page, visit } = await open(browser, server.origin);
      await look(page, width, scheme);
      await visit(path);
      await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
      await page.close();
    }
  }
}
await browser.close();
await server.close();
