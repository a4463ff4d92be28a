// Pictures of a page of each kind at three widths, in light and dark colours, to look at by eye. No part of the tests.
//
//     node screenshots.mjs <published sample hub> <folder for the pictures>

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch, look, open } from "./chromium.mjs";
import { readHub } from "./hub.mjs";
import { kinds } from "./kinds.mjs";
import { serve } from "./server.mjs";

const [root, folder] = process.argv.slice(2);
if (!root || !folder) {
  console.error("Give two folders: the published hub, and where the pictures go.");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const hub = readHub("hub", resolve(root));
// Chromium makes no picture that is longer.
const longest = 16_000;

const server = await serve(hub);
const browser = await launch();
for (const [kind, path] of Object.entries(kinds)) {
  for (const width of [360, 768, 1280]) {
    for (const scheme of ["light", "dark"]) {
      const { page, visit } = await open(browser, server.origin);
      await look(page, width, scheme);
      await visit(hub.base.pathname + path);
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width, height: Math.min(whole, longest) };
      await page.screenshot({ path: join(folder, `${kind.replaceAll(" ", "-")}-${width}-${scheme}.png`), clip });
      await page.close();
    }
  }
}
await browser.close();
await server.close();
