// The second theme of the repository, broadsheet, on the sample hub: as usable as the default one, and another look.
// That its pages are valid HTML is among what is held for every hub.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./axe.mjs";
import { inTab, launch, look } from "./chromium.mjs";
import { hubs, sample } from "./hubs.mjs";
import { kinds } from "./kinds.mjs";
import { serve } from "./server.mjs";

const hub = hubs.find((one) => one.name === "broadsheet");

let browser;
let server;

before(async () => {
  assert.ok(hub, "tests/run builds the sample hub with the theme broadsheet");
  browser = await launch();
  server = await serve(hub);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test("it has every page that the default theme has", () => {
  assert.deepEqual(hub.pages.map((page) => page.file), sample.pages.map((page) => page.file));
});

describe("axe finds no fault", () => {
  for (const [kind, path] of Object.entries(kinds)) {
    for (const [width, scheme] of [[360, "light"], [360, "dark"], [1280, "light"], [1280, "dark"]]) {
      test(`${kind}, ${width} px, ${scheme}`, () =>
        inTab(browser, server.origin, async ({ page, visit }) => {
          await look(page, width, scheme);
          await visit(hub.base.pathname + path);
          assert.deepEqual(await violations(page), []);
        }));
    }
  }
});

describe("nothing runs out of the page", () => {
  for (const [kind, path] of Object.entries(kinds)) {
    test(`${kind}, 320 px`, () =>
      inTab(browser, server.origin, async ({ page, visit }) => {
        await look(page, 320, "light");
        await visit(hub.base.pathname + path);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      }));
  }
});

test("it is set in another face, and paper has the words without what is for screens", () =>
  inTab(browser, server.origin, async ({ page, visit }) => {
    await visit(`${hub.base.pathname}notices/council-tax/`);
    const shown = (selector) => page.$eval(selector, (element) => element.checkVisibility());
    assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /Georgia.*serif/);
    assert.ok((await shown(".contents")) && (await shown(".site-nav")) && !(await shown(".on-paper")));
    await page.emulateMediaType("print");
    assert.ok(!(await shown(".contents")) && !(await shown(".site-nav")) && (await shown(".on-paper")));
    assert.ok(await shown("#retention"));
  }));
