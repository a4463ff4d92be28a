// A hub with relative links in a plain folder, as from a shared drive or a zip file: every page that can be reached from
// the home page opens in a real browser with all that it loads, and search works.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";
import { results } from "./search.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "noticeboard-"));
let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

/** Publishes a hub of the repository with some settings, and gives the folder. */
function publish(hub, name, settings) {
  const root = join(scratch, name);
  for (const folder of ["content", "themes"]) {
    cpSync(join(repository, hub, folder), join(root, folder), { recursive: true, force: true, errorOnExist: false });
  }
  const site = readFileSync(join(repository, hub, "site.toml"), "utf8").replace(/^(links|url_style) = .*$/gm, "");
  writeFileSync(join(root, "site.toml"), `${settings}\n${site}`);
  execFileSync(process.env.NOTICEBOARD, ["build", "--quiet", "--root", root], { stdio: "ignore" });
  return join(root, "public");
}

/** A tab that writes down what fails: pages, files, scripts. */
async function open() {
  const page = await browser.newPage();
  const troubles = [];
  page.on("console", (message) => message.type() === "error" && troubles.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on("requestfailed", (request) => troubles.push(`${page.url()}: cannot load ${request.url()}`));
  page.on("request", (request) => /^(file|data):/.test(request.url()) || troubles.push(`${page.url()}: asks for ${request.url()}`));
  return { page, troubles };
}

const addressOf = (folder, file) => pathToFileURL(join(folder, file)).href;

describe("in a folder without a host", () => {
  for (const [name, settings, notice] of [
    ["folders", 'links = "relative"', (id) => `notices/${id}/index.html`],
    ["files", 'links = "relative"\nurl_style = "file"', (id) => `notices/${id}.html`],
  ]) {
    test(`every page opens, and leads to pages only that do (${name})`, async () => {
      const folder = publish(".", name, settings);
      const { page, troubles } = await open();
      const waiting = [addressOf(folder, "index.html")];
      const seen = new Set(waiting);
      while (waiting.length) {
        await page.goto(waiting.pop(), { waitUntil: "load" });
        assert.notEqual(await page.title(), "");
        const links = await page.$$eval("a[href], form", (all) => all.map((one) => one.href ?? one.action));
        for (const link of links.map((href) => href.replace(/[?#].*/, ""))) {
          if (!link.startsWith("file:") || !link.endsWith(".html") || seen.has(link)) continue;
          seen.add(link);
          waiting.push(link);
        }
      }
      assert.deepEqual(troubles, []);
      const linked = (file) => file.endsWith(".html") && file !== "404.html" && !file.startsWith("documents");
      const isRedirect = (file) => readFileSync(join(folder, file), "utf8").includes('http-equiv="refresh"');
      const pages = readdirSync(folder, { recursive: true }).filter((file) => linked(file) && !isRedirect(file));
      assert.deepEqual(pages.map((file) => addressOf(folder, file)).filter((address) => !seen.has(address)), []);
      assert.ok(pages.length > 60);
      await page.close();
    });

    test(`search finds a notice and leads there (${name})`, async () => {
      const folder = join(scratch, name, "public");
      const { page, troubles } = await open();
      await page.goto(addressOf(folder, notice("parking")));
      await page.type("#search-words", "blue bage");
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
      await page.waitForFunction(() => /results for “blue bage”/.test(document.querySelector("[role=status]").textContent));
      const [best] = await results(page);
      assert.equal(best.path, join(folder, notice("blue-badges")));
      await Promise.all([page.waitForNavigation(), page.click("#search-results a")]);
      assert.match(await page.title(), /^Blue Badges/);
      assert.deepEqual(troubles, []);
      await page.close();
    });
  }

  test("an old address leads to the page", async () => {
    const folder = publish("tests/portals/features", "aliases", 'links = "relative"');
    const old = readdirSync(folder, { recursive: true }).find(
      (file) => file.endsWith(".html") && readFileSync(join(folder, file), "utf8").includes('http-equiv="refresh"'),
    );
    const { page, troubles } = await open();
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.goto(addressOf(folder, old))]);
    await page.waitForFunction((from) => location.href !== from, {}, addressOf(folder, old));
    assert.ok(page.url().startsWith(pathToFileURL(folder).href));
    assert.notEqual(await page.title(), "");
    assert.deepEqual(troubles, []);
    await page.close();
  });
});
