// The preview in a real browser: pages follow every save by themselves, and show what is wrong.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, look, open } from "./chromium.mjs";
import { newHub, watch } from "./preview.mjs";

const parking = "content/notices/parking.md";
const broken = 'tilte = "<img src=x onerror=alert(1)>"';

let browser;
let hub;
let preview;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

beforeEach(async () => {
  hub = newHub();
});

afterEach(async () => {
  for (const page of (await browser.pages()).slice(1)) await page.close();
  await preview?.end();
  preview = undefined;
  hub.end();
});

/** Opens a page of the preview in a new tab, and waits until it is connected. */
async function visit(path) {
  const tab = await open(browser, preview.origin);
  await tab.visit(path);
  await connected(tab.page);
  return tab;
}

/** Waits until the page has heard from the server. */
function connected(page, build = 1) {
  return page.waitForFunction(
    (build) => Number(document.querySelector("noticeboard-preview")?.dataset.build) >= build,
    {},
    build,
  );
}

/** Marks the document, so that it can be told whether it has been loaded again. */
const mark = (page) => page.evaluate(() => void (window.isMarked = true));
const isMarked = (page) => page.evaluate(() => window.isMarked === true);

/** Waits until the page holds some words. */
const shows = (page, words) => page.waitForFunction((words) => document.body.innerText.includes(words), {}, words);

/** What the sheet at the foot of the page shows; nothing if it is not there. */
const sheetText = () => {
  const sheet = document.querySelector("noticeboard-preview")?.shadowRoot.querySelector("section");
  return sheet?.checkVisibility() ? sheet.innerText : "";
};
const sheet = (page) => page.evaluate(sheetText);
const sheetShows = (page, words) =>
  page.waitForFunction(`(${sheetText})().includes(${JSON.stringify(words)})`).then(() => sheet(page));
const errorsGo = (page) =>
  page.waitForFunction(
    () => document.querySelector("noticeboard-preview").shadowRoot.querySelector("section").className !== "errors",
  );

/** Whether the list in the sheet is folded, as assistive technology is told. */
const isFolded = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("noticeboard-preview").shadowRoot;
    return root.querySelector("button").getAttribute("aria-expanded") === "false";
  });

describe("a page that is open", () => {
  beforeEach(async () => {
    preview = await watch(hub);
  });

  test("changes on a save, keeps its place, and leaves other pages alone", async () => {
    const { page, troubles } = await visit("/privacy/notices/parking/");
    const other = await visit("/privacy/notices/potholes/");
    await page.evaluate(() => window.scrollTo(0, 900));
    await mark(page);
    await mark(other.page);
    hub.edit(parking, "Paragraph 30", "Something new");
    await shows(page, "Something new");
    assert.equal(await isMarked(page), false);
    await page.waitForFunction(() => window.scrollY === 900);
    await connected(other.page, 2);
    assert.equal(await isMarked(other.page), true, "its page is the same as before");
    assert.deepEqual([...troubles(), ...other.troubles()], []);
  });

  test("takes a new style sheet without being loaded again", async () => {
    const { page, troubles } = await visit("/privacy/notices/parking/");
    await mark(page);
    for (const colour of ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]) {
      hub.write("themes/civic/style.css", `body { color: ${colour} }`);
      await page.waitForFunction((colour) => getComputedStyle(document.body).color === colour, {}, colour);
    }
    assert.equal(await isMarked(page), true);
    await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]").length === 1);
    assert.deepEqual(troubles(), []);
  });

  test("follows in more tabs than a browser has connections to a host", async () => {
    const tabs = [];
    for (let number = 0; number < 9; number += 1) tabs.push(await visit("/privacy/notices/parking/"));
    hub.edit(parking, "Paragraph 3 ", "Something new ");
    await Promise.all(tabs.map(({ page }) => shows(page, "Something new")));
  });

  test("is not stale when the reader comes back to it", async () => {
    const { page, visit: go } = await visit("/privacy/notices/parking/");
    await go("/privacy/notices/potholes/");
    await connected(page);
    hub.edit(parking, "Paragraph 3 ", "Something new ");
    await connected(page, 2);
    await page.goBack();
    await shows(page, "Something new");
  });

  test("catches up after a sleep in which the connection died unseen", async () => {
    const { page, visit: go } = await open(browser, preview.origin);
    await page.evaluateOnNewDocument(() => {
      window.sockets = [];
      window.WebSocket = class extends WebSocket {
        constructor(address) {
          super(address);
          window.sockets.push(this);
        }
        set onmessage(act) {
          super.onmessage = (message) => this.isDead || act(message);
        }
      };
    });
    await go("/privacy/notices/parking/");
    await connected(page);
    const other = await visit("/privacy/notices/parking/");
    await mark(page);
    await page.evaluate(() => window.sockets.forEach((socket) => (socket.isDead = true)));
    hub.edit(parking, "Paragraph 3 ", "Something new ");
    await shows(other.page, "Something new");
    assert.equal(await isMarked(page), true, "it has heard nothing");
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await shows(page, "Something new");
  });

  test("goes with its notice, and comes back with it", async () => {
    const { page } = await visit("/privacy/notices/parking/");
    const text = hub.read(parking);
    hub.remove(parking);
    await shows(page, "Page not found");
    hub.write(parking, text);
    await shows(page, "Paragraph 30");
  });

  test("says when the preview is not running, and catches up when it is again", async () => {
    const { page } = await visit("/privacy/notices/parking/");
    await preview.end();
    await sheetShows(page, "The preview is not running");
    assert.deepEqual(await violations(page, "noticeboard-preview"), []);
    hub.edit(parking, "Paragraph 3 ", "Something new ");
    preview = await watch(hub, "--port", preview.port);
    await shows(page, "Something new");
    await connected(page);
    assert.equal((await sheet(page)).includes("not running"), false);
  });
});

describe("errors", () => {
  test("lie over the last good page, whole and as plain text, until they are mended", async () => {
    preview = await watch(hub);
    const { page, troubles } = await visit("/privacy/notices/parking/");
    await page.evaluate(() => window.scrollTo(0, 900));
    await mark(page);
    hub.edit(parking, 'title = "Parking"', broken);
    const text = await sheetShows(page, "2 errors");
    for (const words of [`${parking}:2:1`, broken, "Did you mean title?", "title is missing from this notice"]) {
      assert.ok(text.includes(words), `${words} in ${text}`);
    }
    assert.match(await page.$eval("h1", (heading) => heading.innerText), /^Parking/);
    const marked = await page.evaluate(() => {
      const root = document.querySelector("noticeboard-preview").shadowRoot;
      return [...root.querySelectorAll("mark")].map((mark) => mark.textContent);
    });
    assert.ok(marked.includes("tilte"), `the place is underlined: ${marked}`);
    hub.edit(parking, broken, 'title = "Parking"');
    await errorsGo(page);
    assert.equal(await isMarked(page), true, "the page is the same as before");
    assert.equal(await page.evaluate(() => window.scrollY), 900);
    assert.deepEqual(troubles(), []);
  });

  test("wait with the page of a hub that has never been built, which comes by itself", async () => {
    hub.edit(parking, 'title = "Parking"', broken);
    preview = await watch(hub);
    const { page } = await visit("/notices/parking/");
    await sheetShows(page, "2 errors");
    await shows(page, "There is nothing to show yet");
    assert.deepEqual(await violations(page), []);
    hub.edit(parking, broken, 'title = "Parking"');
    hub.edit("site.toml", "/privacy/", "/");
    // The page reloads while we wait for it: a handle to the element could be one of the page before.
    await page.waitForFunction(() => document.querySelector("main#main-content") !== null);
    await connected(page);
    assert.equal((await sheet(page)).includes("error"), false);
  });

  test("say that the hub is gone, until it is back", async () => {
    preview = await watch(hub);
    const { page } = await visit("/privacy/notices/parking/");
    const text = hub.read("site.toml");
    hub.remove("site.toml");
    await sheetShows(page, "site.toml");
    await shows(page, "Paragraph 30");
    hub.write("site.toml", text);
    await errorsGo(page);
  });

  test("are announced, and can be read, folded and left by keyboard", async () => {
    preview = await watch(hub);
    const { page } = await visit("/privacy/notices/parking/");
    hub.edit(parking, 'title = "Parking"', broken);
    await sheetShows(page, "2 errors");
    const alarm = await page.evaluate(
      () => document.querySelector("noticeboard-preview").shadowRoot.querySelector("[role=alert]").textContent,
    );
    assert.match(alarm, /^2 errors\. /);
    const root = await page.evaluateHandle(() => document.querySelector("noticeboard-preview").shadowRoot);
    const focused = () => root.evaluate((root) => root.activeElement?.className ?? "");
    await root.evaluate((root) => root.querySelector("button").focus());
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "problems", "the list takes the focus, so that keys can scroll it");
    await page.keyboard.press("Escape");
    assert.deepEqual([await isFolded(page), await focused()], [true, "fold"]);
    await page.keyboard.press("Enter");
    assert.equal(await isFolded(page), false);
  });

  for (const width of [360, 1280]) {
    for (const scheme of ["light", "dark"]) {
      test(`have no fault in accessibility, ${width} px, ${scheme}`, async () => {
        preview = await watch(hub);
        const { page } = await visit("/privacy/notices/parking/");
        await look(page, width, scheme);
        hub.edit(parking, 'title = "Parking"', broken);
        await sheetShows(page, "2 errors");
        // Of the sheet alone: what lies under it may be in the way of a target of the page, until it is folded.
        assert.deepEqual(await violations(page, "noticeboard-preview"), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `the page is ${wide} px wide`);
      });
    }
  }
});

// A check that never fires proves nothing.
test("a fault in the accessibility of the sheet would be found", async () => {
  preview = await watch(hub);
  const { page } = await visit("/privacy/notices/parking/");
  hub.edit(parking, 'title = "Parking"', broken);
  await sheetShows(page, "2 errors");
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".what { color: #ddd !important }");
    document.querySelector("noticeboard-preview").shadowRoot.adoptedStyleSheets = [sheet];
  });
  const rules = new Set((await violations(page, "noticeboard-preview")).map((fault) => fault.split(":")[0]));
  assert.deepEqual([...rules], ["color-contrast"]);
});

describe("findings of check", () => {
  test("are on the page that they concern, in a bar that stays as it was left", async () => {
    preview = await watch(hub);
    const { page, visit: go } = await visit("/privacy/notices/parking/");
    await sheetShows(page, "finding");
    assert.equal(await isFolded(page), true);
    await page.evaluate(() => document.querySelector("noticeboard-preview").shadowRoot.querySelector("button").click());
    const text = await sheet(page);
    assert.ok(text.includes("retention-missing") && text.includes(`${parking}:`), text);
    assert.deepEqual(await violations(page, "noticeboard-preview"), []);
    await go("/privacy/notices/potholes/");
    await sheetShows(page, "potholes.md:");
    assert.equal(await isFolded(page), false, "it stays open from page to page");
    assert.equal((await sheet(page)).includes(parking), false, "the other notice's are not here");
    await go("/privacy/notices/");
    await connected(page);
    assert.equal(await sheet(page), "", "a list of notices has none");
  });

  test("are not printed", async () => {
    preview = await watch(hub);
    const { page } = await visit("/privacy/notices/parking/");
    await sheetShows(page, "finding");
    await page.emulateMediaType("print");
    assert.equal(await sheet(page), "");
  });
});
