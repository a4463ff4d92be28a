// A notice on paper says everything that it says on the screen: every heading, every line of text of every section.
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
