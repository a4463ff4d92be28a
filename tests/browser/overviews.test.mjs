// The overviews of all notices: what their script does, with a keyboard and without a mouse.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { sample } from "./hubs.mjs";
import { serve } from "./server.mjs";

describe("overviews", () => {
  let browser, server;
  before(async () => {
    server = await serve(sample);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const at = async (path) => {
    const { page, visit, troubles } = await open(browser, server.origin);
    await visit(sample.base.pathname + path);
    return { page, troubles };
  };
  const visible = (page, selector) =>
    page.$$eval(selector, (rows) => rows.filter((row) => row.checkVisibility()).map((row) => row.innerText));

  test("rows are found by their words and by the heading above them, and the number is announced", async () => {
    const { page, troubles } = await at("retention/");
    const all = await visible(page, "tbody tr");
    await page.focus("#filter-words");
    await page.keyboard.type("COUNCIL tax bill");
    const found = await visible(page, "tbody tr");
    assert.ok(found.length > 0 && found.length < all.length, `${found.length} of ${all.length}`);
    assert.equal(await page.$eval(".filter [role=status]", (one) => one.textContent), `${found.length} of ${all.length} shown`);
    const headings = await visible(page, ".overview > h2");
    assert.equal(headings.length, 1, "topics without a row are hidden");
    await page.$eval("#filter-words", (input) => { input.value = ""; input.dispatchEvent(new Event("input")); });
    assert.equal((await visible(page, "tbody tr")).length, all.length);
    assert.deepEqual(troubles(), []);
    await page.close();
  });

  test("periods are put in order by their length, and the order of the page comes back", async () => {
    const { page } = await at("retention/");
    const column = () => page.$$eval(".overview:nth-of-type(1) tbody td:nth-child(3)", (cells) => cells.map((cell) => cell.innerText));
    const before = await column();
    await page.select("#filter-order", "2");
    const sorted = await column();
    const length = (text) => {
      const [, number, unit] = text.match(/^(\d+) (day|week|month|year)/) ?? [];
      return number ? number * { day: 1, week: 7, month: 30, year: 365 }[unit] : Infinity;
    };
    const timed = sorted.map(length).filter(Number.isFinite);
    assert.ok(timed.length > 3 && new Set(timed).size > 1);
    assert.deepEqual(timed, [...timed].sort((a, b) => a - b));
    assert.deepEqual([...sorted].sort(), [...before].sort());
    await page.select("#filter-order", "");
    assert.deepEqual(await column(), before);
    await page.close();
  });

  test("a link to an entry that the filter hides shows it", async () => {
    const { page } = await at("recipients/");
    await page.type("#filter-words", "nothing has these words");
    assert.equal((await visible(page, ".counterpart")).length, 0);
    const id = await page.$eval(".counterpart", (one) => one.id);
    await page.evaluate((hash) => { location.hash = hash; }, id);
    await page.waitForFunction((hash) => document.getElementById(hash).checkVisibility(), {}, id);
    await page.close();
  });

  test("without script everything is there and nothing that needs it is shown", async () => {
    const { page, visit } = await open(browser, server.origin);
    await page.setJavaScriptEnabled(false);
    await visit(`${sample.base.pathname}retention/`);
    assert.equal(await page.$$eval(".filter", (forms) => forms.length), 1);
    const content = await page.$eval(".filter", (form) => getComputedStyle(form).display);
    assert.equal(content, "none");
    await page.close();
  });
});
