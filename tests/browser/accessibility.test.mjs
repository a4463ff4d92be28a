// The pages in a real browser: accessibility by axe at phone and desktop width, in light and dark colours; nothing
// that the content security policy refuses; no scrolling sideways; the keyboard.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, look, open } from "./chromium.mjs";
import { hubs, sample } from "./hubs.mjs";
import { serve } from "./server.mjs";

const wrongAddress = `${sample.base.pathname}there/is/no/such/page/`;

/** A page of each kind, and three notices of different shape. */
const kinds = {
  "home page": "",
  "A to Z": "notices/",
  "list of categories": "categories/",
  category: "categories/finance/",
  "notice of the council": "notices/council-tax/",
  "notice of another controller": "notices/elections/",
  "notice in several fragments": "notices/adult-social-care/",
  "general notice": "general/",
  "your rights": "your-rights/",
  complaints: "complaints/",
  cookies: "cookies/",
  "free page": "accessibility/",
  "search page": "search/",
  "page for wrong addresses": "there/is/no/such/page/",
};

let browser;
const servers = new Map();

before(async () => {
  browser = await launch();
  for (const hub of hubs) servers.set(hub, await serve(hub));
});

after(async () => {
  await browser?.close();
  for (const server of servers.values()) await server.close();
});

/** Opens a new tab for a hub, and closes it at the end. */
async function inTab(hub, act) {
  const tab = await open(browser, servers.get(hub).origin);
  try {
    await act(tab);
  } finally {
    await tab.page.close();
  }
}

describe("axe finds no fault", () => {
  for (const [kind, path] of Object.entries(kinds)) {
    for (const width of [360, 1280]) {
      for (const scheme of ["light", "dark"]) {
        test(`${kind}, ${width} px, ${scheme}`, () =>
          inTab(sample, async ({ page, visit }) => {
            await look(page, width, scheme);
            await visit(sample.base.pathname + path);
            assert.deepEqual(await violations(page), []);
          }));
      }
    }
  }

  // A check that never fires proves nothing.
  test("and would find one in contrast or in the size of a target", () =>
    inTab(sample, async ({ page, visit }) => {
      await visit(`${sample.base.pathname}notices/`);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("h1 { color: #ddd !important } .letters a { all: unset; font-size: 6px; line-height: 1 }");
        document.adoptedStyleSheets = [sheet];
      });
      const rules = new Set((await violations(page)).map((fault) => fault.split(":")[0]));
      assert.deepEqual([...rules].sort(), ["color-contrast", "target-size"]);
    }));
});

for (const hub of hubs) {
  describe(`every page of ${hub.name} in a browser`, () => {
    test("nothing is refused, fails, or comes from another host", () =>
      inTab(hub, async ({ visit, troubles }) => {
        const faults = [];
        for (const page of hub.listed) {
          await visit(page.path);
          faults.push(...troubles().map((trouble) => `${page.path}: ${trouble}`));
        }
        assert.deepEqual(faults, []);
      }));

    test("axe finds no fault at 360 px", () =>
      inTab(hub, async ({ page, visit }) => {
        await look(page, 360, "light");
        const faults = [];
        for (const { path } of hub.listed) {
          await visit(path);
          faults.push(...(await violations(page)).map((fault) => `${path}: ${fault}`));
        }
        assert.deepEqual(faults, []);
      }));

    test("nothing scrolls sideways at 320 px", () =>
      inTab(hub, async ({ page, visit }) => {
        await look(page, 320, "light");
        const faults = [];
        for (const { path } of hub.listed) {
          await visit(path);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          if (wide > 320) faults.push(`${path} is ${wide} px wide`);
        }
        assert.deepEqual(faults, []);
      }));
  });
}

describe("by keyboard", () => {
  for (const path of ["", "notices/", "notices/council-tax/", "general/"]) {
    test(`the first Tab shows the skip link, and Enter leads into the main part: /${path}`, () =>
      inTab(sample, async ({ page, visit }) => {
        await look(page, 360, "light");
        await visit(sample.base.pathname + path);
        await page.keyboard.press("Tab");
        const first = await page.evaluate(() => {
          const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
          const isSeen = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && bottom - top > 10;
          return { isSkipLink: document.activeElement.matches("a.skip-link"), isSeen };
        });
        assert.deepEqual(first, { isSkipLink: true, isSeen: true });
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        const isInMain = await page.evaluate(() => document.activeElement.closest("main") !== null);
        assert.ok(isInMain, "the next Tab does not reach the main part");
      }));

    test(`Tab visits every link and control in the order of the page: /${path}`, () =>
      inTab(sample, async ({ page, visit }) => {
        await look(page, 1280, "light");
        await visit(sample.base.pathname + path);
        const stops = await page.$$eval("a[href], input, button", (all) => all.map((one) => one.href ?? one.tagName));
        const visited = [];
        for (let count = 0; count < stops.length; count += 1) {
          await page.keyboard.press("Tab");
          visited.push(await page.evaluate(() => document.activeElement.href ?? document.activeElement.tagName));
        }
        assert.deepEqual(visited, stops);
      }));
  }
});

test("a wrong address shows the page for wrong addresses, with its style sheet", () =>
  inTab(sample, async ({ page, visit, troubles }) => {
    await visit(wrongAddress);
    // The browser itself reports the status of the page: the one message that is due.
    assert.equal(troubles().length, 1, troubles().join("\n"));
    assert.match(troubles()[0], /status of 404/);
    const rules = await page.evaluate(() => document.styleSheets[0].cssRules.length);
    assert.ok(rules > 0, "the style sheet is empty");
  }));
