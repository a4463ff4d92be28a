// A notice on paper says everything that it says on the screen: every heading, every line of text of every section; and
// besides where links lead, when and where it was printed.
// Needs pdftotext (poppler-utils).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./chromium.mjs";
import { sample } from "./hubs.mjs";
import { serve } from "./server.mjs";

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

describe("on paper", () => {
  for (const id of ["council-tax", "elections", "adult-social-care"]) {
    test(`the notice ${id} has every heading and every text of every section`, async () => {
      const { page, visit } = await open(browser, server.origin);
      await visit(`${sample.base.pathname}notices/${id}/`);
      const sections = await page.evaluate(read);
      assert.ok(sections.length >= 8, `only ${sections.length} sections`);
      for (const { id, texts } of sections) assert.ok(texts.length >= 2, `${id} says nothing`);

      const paper = packed(printed(await page.pdf({ format: "A4" })));
      const missing = sections.flatMap(({ id, heading, texts }) =>
        [heading, ...texts].filter((text) => !paper.includes(packed(text))).map((text) => `#${id}: ${text}`),
      );
      await page.close();
      assert.deepEqual(missing, []);
    });
  }
});

describe("what paper adds", () => {
  const address = new URL("notices/council-tax/", sample.base).href;

  /** The notice on paper, with or without script. */
  const paper = async (hasScript) => {
    const { page, visit } = await open(browser, server.origin);
    await page.setJavaScriptEnabled(hasScript);
    await visit(`${sample.base.pathname}notices/council-tax/`);
    const links = await page.$$eval("main a[href^=http]:not(.bare-url)", (all) => all.filter((one) => !one.closest(".see-also")).map((one) => one.href));
    const pdf = await page.pdf({ format: "A4" });
    await page.close();
    return { links, text: printed(pdf) };
  };

  test("the address of every link to another website", async () => {
    const { links, text } = await paper(true);
    assert.ok(links.length > 0);
    assert.deepEqual(links.filter((link) => !packed(text).includes(packed(`(${link})`))), []);
  });

  test("when and from which address it was printed, when it was last updated, and the number of each page", async () => {
    const { text } = await paper(true);
    const today = new Date().toLocaleDateString("en-GB");
    assert.ok(packed(text).includes(packed(`Printed on ${today} from ${address}`)), text.slice(-300));
    assert.match(text, /Last updated: \d+ \w+ \d{4}/);
    const pages = text.split("\f").filter((one) => one.trim() !== "");
    pages.forEach((one, index) => assert.ok(one.includes(`${index + 1} / ${pages.length}`), `page ${index + 1} has no number`));
  });

  test("the address without script too", async () => {
    const { text } = await paper(false);
    assert.ok(packed(text).includes(packed(address)));
  });

  for (const id of ["council-tax", "planning", "libraries"]) {
    test(`no page of ${id} ends with a heading`, async () => {
      const { page, visit } = await open(browser, server.origin);
      await visit(`${sample.base.pathname}notices/${id}/`);
      // A purpose is a heading, and an item of the list of what a right applies to: only words that are nothing else.
      const headings = await page.$$eval("main :is(h2, h3, h4, caption, thead)", (all) => {
        const items = new Set([...document.querySelectorAll("main li")].map((one) => one.textContent.trim()));
        return all.map((one) => one.textContent.trim()).filter((text) => !items.has(text));
      });
      const pages = printed(await page.pdf({ format: "A4" })).split("\f");
      await page.close();
      const isNumber = (line) => /^\d+ \/ \d+$/.test(line.trim());
      const last = pages.map((one) => one.trim().split("\n").filter((line) => !isNumber(line)).at(-1));
      const orphans = last.slice(0, -1).filter((line) => headings.some((heading) => packed(heading) === packed(line ?? "")));
      assert.ok(pages.length > 3);
      assert.deepEqual(orphans, []);
    });
  }

  test("no controls, and nothing of the menus", async () => {
    const { text } = await paper(true);
    for (const words of ["Print or save as PDF", "On this page", "Skip to main content", "Main menu"]) {
      assert.ok(!text.includes(words), words);
    }
  });
});

/**
 * Runs in the page: the sections, with each run of text in them. Left out is what only makes sense on the screen:
 * words for screen readers, and links within the page that lead on to the full list.
 */
function read() {
  const screenOnly = ".visually-hidden, .see-all, .contents, script, svg title, svg desc";
  return [...document.querySelectorAll("main section[id]")].map((section) => {
    const texts = [];
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim();
      if (text !== "" && !walker.currentNode.parentElement.closest(screenOnly)) texts.push(text);
    }
    return { id: section.id, heading: section.querySelector("h2").textContent, texts };
  });
}

/** The text of a PDF in the order in which it was drawn, so that the cells of a table stay whole. */
function printed(pdf) {
  return execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", "-", "-"], { input: pdf, encoding: "utf8" });
}

/** Text without white space, which line breaks on paper change. */
function packed(text) {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
