// The pictures of the README: the home page, a notice in light and dark colours, the A to Z and the retention schedule of
// the sample hub. No part of the tests.
//
//     node showcase.mjs <published sample hub> <folder for the pictures>

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch, open } from "./chromium.mjs";
import { readHub } from "./hub.mjs";
import { serve } from "./server.mjs";

const [root, folder] = process.argv.slice(2);
if (!root || !folder) {
  console.error("Give two folders: the published sample hub, and where the pictures go.");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

/** What is shown: the path, the width and height of the window, and the colours. */
const pictures = {
  home: ["", 1280, 960, "light"],
  notice: ["notices/council-tax/", 1280, 1400, "light"],
  "a-to-z": ["notices/", 1280, 800, "light"],
  retention: ["retention/", 1280, 960, "light"],
  "notice-dark": ["notices/council-tax/#recipients", 1280, 844, "dark"],
};

const hub = readHub("sample", resolve(root));
const server = await serve(hub);
const browser = await launch();
for (const [name, [path, width, height, scheme]] of Object.entries(pictures)) {
  const { page, visit } = await open(browser, server.origin);
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await visit(hub.base.pathname + path);
  await page.screenshot({ path: join(folder, `${name}.webp`), type: "webp", quality: 82 });
  await page.close();
}
await browser.close();
await server.close();
