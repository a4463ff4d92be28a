// The pages in a real browser: accessibility by axe at phone and desktop width, in light, dark and forced colours;
// nothing that the content security policy refuses; no scrolling sideways; the keyboard.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./axe.mjs";
import { inTab, launch, look, open } from "./chromium.mjs";
import { hubs, sample } from "./hubs.mjs";
import { kinds } from "./kinds.mjs";
import { serve } from "./server.mjs";

const wrongAddress = `${sample.base.pathname}there/is/no/such/page/`;

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

/** The address at which a hub is served. */
const origin = (hub) => servers.get(hub).origin;

describe("axe finds no fault", () => {
  for (const [kind, path] of Object.entries(kinds)) {
    for (const width of [360, 1280]) {
      for (const scheme of ["light", "dark"]) {
        test(`${kind}, ${width} px, ${scheme}`, () =>
          inTab(browser, origin(sample), async ({ page, visit }) => {
            await look(page, width, scheme);
            await visit(sample.base.pathname + path);
            assert.deepEqual(await violations(page), []);
          }));
      }
    }
  }

  for (const [kind, path] of Object.entries(kinds)) {
    test(`${kind}, in forced colours`, () =>
      inTab(browser, origin(sample), async ({ page, visit }) => {
        await look(page, 1280, "light");
        await forceColours(page);
        await visit(sample.base.pathname + path);
        assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
        assert.deepEqual(await violations(page), []);
        // Colours of panels are gone: what is set apart by them has an edge.
        const bare = await page.evaluate(withoutEdge, "#at-a-glance, .object, .card, .panel, .cards > li, .button, button, input");
        assert.deepEqual(bare, []);
      }));
  }

  // A check that never fires proves nothing.
  test("and would find one in contrast or in the size of a target", () =>
    inTab(browser, origin(sample), async ({ page, visit }) => {
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
      inTab(browser, origin(hub), async ({ visit, troubles }) => {
        const faults = [];
        for (const page of hub.listed) {
          await visit(page.path);
          faults.push(...troubles().map((trouble) => `${page.path}: ${trouble}`));
        }
        assert.deepEqual(faults, []);
      }));

    test("axe finds no fault at 360 px", () =>
      inTab(browser, origin(hub), async ({ page, visit }) => {
        await look(page, 360, "light");
        const faults = [];
        for (const { path } of hub.listed) {
          await visit(path);
          faults.push(...(await violations(page)).map((fault) => `${path}: ${fault}`));
        }
        assert.deepEqual(faults, []);
      }));

    test("nothing scrolls sideways at 320 px", () =>
      inTab(browser, origin(hub), async ({ page, visit }) => {
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
  for (const path of ["", "notices/", "notices/council-tax/", "general/", "retention/", "search/?q=rent", "accessibility/"]) {
    test(`the first Tab shows the skip link, and Enter leads into the main part: /${path}`, () =>
      inTab(browser, origin(sample), async ({ page, visit }) => {
        await look(page, 360, "light");
        await visit(sample.base.pathname + path);
        await page.evaluate(() => document.activeElement.blur());
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
  }

  // The heights are those of a phone, a laptop, and a laptop at 400 %.
  for (const [width, height] of [[360, 640], [1280, 720], [320, 180]]) {
    for (const path of ["", "notices/", "notices/council-tax/", "general/", "retention/", "search/?q=rent", "accessibility/"]) {
      test(`Tab visits all in the order of the page, each marked and not covered, ${width} by ${height}: /${path}`, () =>
        inTab(browser, origin(sample), async ({ page, visit }) => {
          await page.setViewport({ width, height });
          await visit(sample.base.pathname + path);
          await page.evaluate(() => document.activeElement.blur());
          const stops = await page.$$eval("a[href], input, button, select, [tabindex]", (all) => all.filter((one) => one.checkVisibility()).length);
          const visited = [];
          // A reader who goes on for long sees no other kind of thing.
          for (let count = 0; count < Math.min(stops, 200); count += 1) {
            await page.keyboard.press("Tab");
            visited.push(await page.evaluate(focused));
          }
          const places = visited.map(({ index }) => index);
          assert.deepEqual(places, [...new Set(places)].sort((a, b) => a - b), "the order is not that of the page");
          assert.equal(places.length, Math.min(stops, 200));
          assert.deepEqual(visited.filter(({ isMarked }) => !isMarked), [], "the focus is not marked");
          assert.deepEqual(visited.filter(({ isSeen }) => !isSeen), [], "the focus is hidden");
        }));
    }
  }

  test("a contents list leads to its sections, and the way back leads to the list", () =>
    inTab(browser, origin(sample), async ({ page, visit }) => {
      await look(page, 360, "light");
      await visit(`${sample.base.pathname}notices/council-tax/`);
      await page.focus('.contents a[href="#retention"]');
      await page.keyboard.press("Enter");
      const top = () => page.$eval(":target", (one) => one.getBoundingClientRect().top);
      assert.ok(Math.abs(await top()) < 60, `the section is at ${await top()}`);
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("#retention") !== null));
      await page.focus(".to-top a");
      await page.keyboard.press("Enter");
      assert.ok(Math.abs(await top()) < 60, `the list is at ${await top()}`);
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest(".contents") !== null));
    }));

  test("the wide picture scrolls by keyboard", () =>
    inTab(browser, origin(sample), async ({ page, visit }) => {
      await look(page, 360, "light");
      await visit(`${sample.base.pathname}recipients/`);
      await page.focus(".map.wide");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => document.querySelector(".map.wide").scrollLeft > 0);
    }));
});

describe("text of twice the size", () => {
  let large;
  before(async () => {
    large = await launch(32);
  });
  after(() => large?.close());

  for (const [kind, path] of Object.entries(kinds)) {
    for (const width of [360, 1280]) {
      test(`${kind}, ${width} px: nothing runs out of the page or is cut off`, async () => {
        const { page, visit } = await open(large, servers.get(sample).origin);
        await look(page, width, "light");
        await visit(sample.base.pathname + path);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "34px");
        assert.deepEqual(await page.evaluate(cutOff), []);
        await page.close();
      });
    }
  }
});

test("nothing moves by itself, whatever the reader's system asks for", () =>
  inTab(browser, origin(sample), async ({ page, visit }) => {
    for (const motion of ["no-preference", "reduce"]) {
      await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: motion }]);
      for (const path of Object.values(kinds)) {
        await visit(sample.base.pathname + path);
        const moving = await page.evaluate(() =>
          document.getAnimations().length +
          [...document.querySelectorAll("*")].filter((one) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
            return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
          }).length,
        );
        assert.equal(moving, 0, path);
      }
    }
  }));

test("a wrong address shows the page for wrong addresses, with its style sheet", () =>
  inTab(browser, origin(sample), async ({ page, visit, troubles }) => {
    await visit(wrongAddress);
    // The browser itself reports the status of the page: the one message that is due.
    assert.equal(troubles().length, 1, troubles().join("\n"));
    assert.match(troubles()[0], /status of 404/);
    const rules = await page.evaluate(() => document.styleSheets[0].cssRules.length);
    assert.ok(rules > 0, "the style sheet is empty");
  }));

/** Asks the page for the colours of the reader's system, as Windows' contrast themes do. */
async function forceColours(page) {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
}

/** Runs in the page: the elements that no edge sets apart. */
function withoutEdge(selector) {
  const seen = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  return seen.filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) < 1).map((one) => one.outerHTML.slice(0, 80));
}

/** Runs in the page: where the focus is, whether it is marked, and whether any of it can be seen. */
function focused() {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const points = [...one.getClientRects()].flatMap(({ left, right, top, bottom }) =>
    [0.1, 0.5, 0.9].map((part) => [left + part * (right - left), (top + bottom) / 2]),
  );
  const isAtTop = ([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (one.contains(there) || there.contains(one));
  };
  return {
    index: [...document.querySelectorAll("*")].indexOf(one),
    name: one.outerHTML.slice(0, 80),
    isMarked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    isSeen: points.some(isAtTop),
  };
}

/** Runs in the page: what is wider than the page, and texts that their box cuts off. */
function cutOff() {
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const one of document.querySelectorAll("body *")) {
    const { overflowX, overflowY, position } = getComputedStyle(one);
    const isHiddenOnPurpose = position === "absolute" || !one.checkVisibility();
    const cuts = ["hidden", "clip"].includes(overflowX) || ["hidden", "clip"].includes(overflowY);
    if (!isHiddenOnPurpose && cuts && (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)) {
      faults.push(one.outerHTML.slice(0, 80));
    }
  }
  return faults;
}
