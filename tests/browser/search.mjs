// The search page as a reader uses it, for the tests of search.

/** Types a question into the search box of the page that is shown, and gives the results in their order. */
export async function ask(page, question) {
  await page.$eval("#search-words", (input) => (input.value = ""));
  await page.evaluate((text) => {
    const input = document.querySelector("#search-words");
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, question);
  await page.waitForFunction(() => window.noticeboardSearch !== undefined);
  return results(page);
}

/** The results that are shown: title, path, and the headings below. */
export function results(page) {
  return page.$$eval("#search-results > ol > li", (items) =>
    items.map((item) => {
      const [first, ...others] = item.querySelectorAll("a");
      const at = (link) => ({ text: link.textContent, path: link.pathname + link.hash });
      return { ...at(first), summary: item.querySelector("p")?.textContent, headings: others.map(at) };
    }),
  );
}
