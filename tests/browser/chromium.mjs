// A real headless Chromium: Debian's, or the one that CHROMIUM names.

import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

const usual = ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);

/**
 * Starts Chromium with a new profile and nothing that talks to the network by itself; with another size of text, as
 * readers choose it in the settings of their browser, where one is given.
 */
export function launch(textSize = 16) {
  const executablePath = process.env.CHROMIUM ?? usual.find(existsSync);
  if (!executablePath) throw new Error(`no Chromium: set CHROMIUM, or install ${usual.join(" or ")}`);
  // Small machines and containers have little shared memory.
  const modest = ["--disable-gpu", "--disable-dev-shm-usage"];
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const size = `--blink-settings=defaultFontSize=${textSize}`;
  const args = ["--no-sandbox", "--disable-quic", "--no-first-run", size, ...modest, ...quiet];
  return puppeteer.launch({ executablePath, headless: true, args });
}

/**
 * Opens a page that writes down what must never happen: errors on the console, uncaught exceptions, refusals by the
 * content security policy, and requests to other hosts. `troubles` is emptied by each `visit`.
 */
export async function open(browser, origin) {
  const page = await browser.newPage();
  let troubles = [];
  page.on("console", (message) => message.type() === "error" && troubles.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => troubles.push(`request failed: ${request.url()}`));
  page.on("request", (request) => {
    const isOurs = request.url().startsWith(`${origin}/`) || request.url().startsWith("data:");
    if (!isOurs) troubles.push(`request to another host: ${request.url()}`);
  });
  const visit = async (path) => {
    troubles = [];
    await page.goto(origin + path, { waitUntil: "load" });
  };
  return { page, visit, troubles: () => troubles };
}

/** Does something in a tab of its own, which is closed afterwards, whatever happens. What is done gets what `open` gives. */
export async function inTab(browser, origin, act) {
  const tab = await open(browser, origin);
  try {
    await act(tab);
  } finally {
    await tab.page.close();
  }
}

/** Sets the width of the window and the colours that the reader's system asks for. */
export async function look(page, width, scheme) {
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
}
