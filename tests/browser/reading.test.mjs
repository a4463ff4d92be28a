// What it is like to read a page: how much there is to load, that nothing jumps, that the contents list follows, and
// that nothing is missing without script.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { inTab, launch, look } from "./chromium.mjs";
import { hubs, sample } from "./hubs.mjs";
import { kinds } from "./kinds.mjs";
import { serve } from "./server.mjs";

const notice = `${sample.base.pathname}notices/council-tax/`;

let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve(sample);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

describe("light", () => {
  for (const hub of hubs) {
    test(`HTML, style and script of each notice of ${hub.name} are under 50 kB, compressed`, (context) => {
      const size = (file) => gzipSync(readFileSync(join(hub.root, file))).length;
      const notices = hub.listed.filter((page) => /\/notices\/[^/]+\/$/.test(page.path));
      const weights = notices.map((page) => {
        const loaded = page.document
          .filter(({ tag, attributes }) => (tag === "script" && attributes.src) || attributes.rel === "stylesheet")
          .map(({ attributes }) => new URL(attributes.src ?? attributes.href, new URL(page.path, hub.base)).pathname);
        assert.ok(loaded.length >= 2, "neither style nor script");
        return [page.file, ...loaded.map((path) => hub.file(path))].map(size).reduce((sum, one) => sum + one, 0);
      });
      const heaviest = Math.max(...weights);
      context.diagnostic(`the heaviest of ${weights.length} has ${heaviest} bytes`);
      assert.ok(heaviest < 50_000, `${notices[weights.indexOf(heaviest)].path} has ${heaviest} bytes`);
    });
  }

  test("a page loads itself, one style sheet, scripts and an icon, and keeps nothing in the browser", () =>
    inTab(browser, server.origin, async ({ page, visit }) => {
      const types = [];
      page.on("request", (request) => types.push(request.resourceType()));
      for (const path of Object.values(kinds)) {
        types.length = 0;
        await visit(sample.base.pathname + path);
        const rest = types.filter((type) => !["script", "other", "image"].includes(type)).sort();
        assert.deepEqual(rest, ["document", "stylesheet"], path);
        const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
        assert.deepEqual(kept, ["", 0, 0], path);
      }
      assert.deepEqual(await browser.cookies(), []);
    }));
});

describe("nothing jumps", () => {
  for (const [kind, path] of Object.entries(kinds)) {
    test(`${kind}, while it loads and while it is read`, () =>
      inTab(browser, server.origin, async ({ page, visit }) => {
        await page.evaluateOnNewDocument(() => {
          window.shifts = [];
          const note = (list) => window.shifts.push(...list.getEntries().map(({ value }) => value));
          new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
        });
        for (const width of [360, 1280]) {
          await look(page, width, "light");
          await visit(sample.base.pathname + path);
          const shifts = await page.evaluate(async () => {
            const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
            for (let top = 0; top < 4000; top += 500) {
              scrollTo(0, top);
              await frame();
              await frame();
            }
            return window.shifts;
          });
          assert.deepEqual(shifts, [], `at ${width} px`);
        }
      }));
  }

  test("and a jump would be seen", () =>
    inTab(browser, server.origin, async ({ page, visit }) => {
      await visit(notice);
      const isSeen = await page.evaluate(async () => {
        const seen = new Promise((resolve) => {
          new PerformanceObserver(() => resolve(true)).observe({ type: "layout-shift" });
        });
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        document.querySelector("h1").style.marginTop = "300px";
        return seen;
      });
      assert.ok(isSeen);
    }));
});

describe("the contents list", () => {
  const current = (page) => page.$$eval(".contents [aria-current]", (links) => links.map((link) => link.hash));
  const isSeen = (page) =>
    page.$eval(".contents", (list) => {
      const { top, bottom } = list.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

  test("stays in sight on a wide screen, and shows where the reader is", () =>
    inTab(browser, server.origin, async ({ page, visit }) => {
      await look(page, 1280, "light");
      await visit(notice);
      for (const id of ["recipients", "retention", "your-rights", "personal-data"]) {
        await page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
        await page.waitForFunction((hash) => document.querySelector(".contents [aria-current]")?.hash === hash, {}, `#${id}`);
        assert.deepEqual(await current(page), [`#${id}`]);
        assert.ok(await isSeen(page), `the list is out of sight at #${id}`);
      }
    }));

  test("is a list of links without script, and stays in sight too", () =>
    inTab(browser, server.origin, async ({ page, visit }) => {
      await page.setJavaScriptEnabled(false);
      await look(page, 1280, "light");
      await visit(`${notice}#retention`);
      assert.deepEqual(await current(page), []);
      assert.ok(await isSeen(page));
    }));

  test("is at hand on a phone: a link to it stays in the corner while the notice is read", () =>
    inTab(browser, server.origin, async ({ page, visit }) => {
      await look(page, 360, "light");
      await visit(`${notice}#retention`);
      const { top, bottom } = await page.$eval(".to-top", (one) => one.getBoundingClientRect().toJSON());
      assert.ok(top > 0 && bottom <= 800, `it is at ${top}`);
      await page.evaluate(() => scrollTo(0, 0));
      const covered = await page.$eval(".to-top", (one) => one.getBoundingClientRect().top < innerHeight);
      assert.ok(!covered, "it covers the answers at the top");
    }));
});

describe("lines of text", () => {
  for (const path of ["notices/council-tax/", "general/", "accessibility/", "complaints/", "recipients/"]) {
    test(`are no longer than 80 characters on a wide screen: /${path}`, () =>
      inTab(browser, server.origin, async ({ page, visit }) => {
        await look(page, 1600, "light");
        await visit(sample.base.pathname + path);
        const lengths = await page.evaluate(linesOfText);
        assert.ok(lengths.length > 10, "no long paragraph");
        assert.ok(Math.max(...lengths) <= 80, `${Math.max(...lengths)} characters`);
      }));
  }
});

describe("printing", () => {
  test("a control, which script adds, prints the page", () =>
    inTab(browser, server.origin, async ({ page, visit }) => {
      await page.evaluateOnNewDocument(() => {
        window.print = () => (window.isPrinted = true);
      });
      await visit(notice);
      await page.focus("main button.print");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Print or save as PDF");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => window.isPrinted), true);
    }));

  test("no control is there without script", () =>
    inTab(browser, server.origin, async ({ page, visit }) => {
      await page.setJavaScriptEnabled(false);
      await visit(notice);
      assert.equal(await page.$("main button"), null);
    }));
});

describe("without script", () => {
  for (const [kind, path] of Object.entries(kinds)) {
    test(`the same words are there: ${kind}`, () =>
      inTab(browser, server.origin, async ({ page, visit }) => {
        const words = () => page.$eval("main", (main) => main.innerText.replace(/\s+/g, " "));
        await visit(sample.base.pathname + path);
        const added = await page.$$eval("main :is(.print, .filter)", (all) => all.map((one) => one.innerText));
        const withScript = added.reduce((text, one) => text.replace(one.replace(/\s+/g, " "), ""), await words());
        await page.setJavaScriptEnabled(false);
        await visit(sample.base.pathname + path);
        const told = await page.$$eval("noscript", (all) => all.map((one) => one.innerText));
        const without = told.reduce((text, one) => text.replace(one, ""), await words());
        const packed = (text) => text.replace(/\s+/g, "");
        assert.equal(packed(without), packed(withScript));
        assert.ok(without.length > 100);
      }));
  }
});

/** Runs in the page: how many characters the full lines of long paragraphs have. */
function linesOfText() {
  const lengths = [];
  for (const paragraph of document.querySelectorAll("main p, main li, main dd")) {
    if (!paragraph.checkVisibility() || paragraph.querySelector("p, ul, ol") || paragraph.textContent.length < 150) continue;
    const lines = new Map();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      for (let place = 0; place < walker.currentNode.length; place += 1) {
        range.setStart(walker.currentNode, place);
        range.setEnd(walker.currentNode, place + 1);
        const line = Math.round(range.getBoundingClientRect().bottom / 8);
        lines.set(line, (lines.get(line) ?? 0) + 1);
      }
    }
    lengths.push(...lines.values());
  }
  return lengths;
}
