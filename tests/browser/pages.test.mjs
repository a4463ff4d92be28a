// What can be seen in the published files without a browser: the skeleton of every page, and that every link of
// every page leads somewhere.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hasClass, ids, isWithin } from "./document.mjs";
import { hubs } from "./hubs.mjs";

/** Fails with everything that a check found wrong, page by page. */
function nothingWrong(pages, check) {
  assert.notEqual(pages.length, 0, "there are no pages to check");
  const faults = pages.flatMap((page) => check(page.document, page).map((fault) => `${page.path}: ${fault}`));
  assert.equal(faults.length, 0, `${faults.length} faults\n${faults.slice(0, 40).join("\n")}`);
}

/** A fault where a condition does not hold. */
const expect = (condition, fault) => (condition ? [] : [fault]);

/** A fault for each value that occurs again. */
const repeated = (values) => values.filter((value, index) => values.indexOf(value) < index);

for (const hub of hubs) {
  describe(`pages of ${hub.name}`, () => {
    const named = new RegExp(`^${hub.base.pathname}(notices/[^/]+|general)/$`);
    const longPages = hub.listed.filter((page) => named.test(page.path));

    test("each has one h1, and it says something", () =>
      nothingWrong(hub.pages, (document) => {
        const headings = document.filter((one) => one.tag === "h1");
        return expect(headings.length === 1 && headings[0].text !== "", `${headings.length} h1, or an empty one`);
      }));

    test("headings go down one level at a time", () =>
      nothingWrong(hub.pages, (document) => {
        const headings = document.filter((one) => /^h[1-6]$/.test(one.tag) && isWithin(one, "main"));
        const level = (one) => Number(one?.tag[1] ?? 1);
        return headings
          .filter((one, index) => level(one) > level(headings[index - 1]) + 1)
          .map((one) => `<${one.tag}> "${one.text}" comes after <h${level(headings[headings.indexOf(one) - 1])}>`);
      }));

    test("each has the landmarks, and the names of its navigations differ", () =>
      nothingWrong(hub.pages, (document) => {
        const sectioning = ["main", "article", "section", "aside", "nav"];
        const top = (tag) =>
          document.filter((one) => one.tag === tag && !sectioning.some((section) => isWithin(one, section)));
        const name = ({ attributes }) =>
          attributes["aria-label"] ??
          document.find((one) => one.attributes.id === attributes["aria-labelledby"])?.text ??
          "";
        const navigations = document.filter((one) => one.tag === "nav").map(name);
        return [
          ...["header", "main", "footer"].flatMap((tag) =>
            expect(top(tag).length === 1, `${top(tag).length} <${tag}> at the top`),
          ),
          ...expect(navigations.length > 0, "no navigation"),
          ...expect(!navigations.includes(""), "a navigation without a name"),
          ...repeated(navigations).map((again) => `two navigations called "${again}"`),
        ];
      }));

    test("each starts with a link to its main part", () =>
      nothingWrong(hub.pages, (document) => {
        const focusable = ["a", "button", "input", "select", "textarea", "summary"];
        const first = document.find((one) => focusable.includes(one.tag));
        const main = document.find((one) => one.tag === "main");
        return expect(first?.attributes.href === `#${main?.attributes.id}`, `starts with "${first?.text}"`);
      }));

    test("the contents list of a long page lists every section, and each link leads to one", () =>
      nothingWrong(longPages, (document) => {
        const inContents = (one) => one.ancestors.some((ancestor) => hasClass(ancestor, "contents"));
        const links = document.filter((one) => one.tag === "a" && inContents(one)).map((one) => one.attributes.href);
        const present = new Set(ids(document));
        const sections = document.filter(
          (one) => one.tag === "section" && one.attributes.id && isWithin(one, "main") && !isWithin(one, "section"),
        );
        return [
          ...expect(sections.length >= 3, `only ${sections.length} sections`),
          ...sections
            .filter((section) => !links.includes(`#${section.attributes.id}`))
            .map((section) => `#${section.attributes.id} is not in the contents list`),
          ...links
            .filter((link) => !link.startsWith("#") || !present.has(link.slice(1)))
            .map((link) => `${link} of the contents list leads nowhere`),
        ];
      }));

    test("every table has a caption, and every heading of one says what it is the heading of", () =>
      nothingWrong(hub.pages, (document) =>
        document
          .filter((one) => one.tag === "table")
          .flatMap((table) => {
            const inside = document.filter((one) => one.ancestors.includes(table));
            const headings = inside.filter((one) => one.tag === "th");
            return [
              ...expect(inside.some((one) => one.tag === "caption" && one.text !== "") || hasClass(table, "text-table"), `a table without caption, line ${table.line}`),
              ...expect(headings.length > 0 && headings.every((one) => "scope" in one.attributes), `a heading without scope, line ${table.line}`),
            ];
          }),
      ));

    test("what is in another language says so", () => {
      const lang = (page) => page.document.find((one) => one.tag === "html").attributes.lang;
      const title = (page) => page.document.find((one) => one.tag === "h1").text;
      nothingWrong(hub.pages, (document, page) =>
        document
          .filter((one) => one.tag === "a" && one.attributes.href !== undefined)
          .flatMap((link) => {
            const target = hub.page(new URL(link.attributes.href, new URL(page.path, hub.base)).pathname);
            if (!target || lang(target) === lang(page)) return [];
            const inside = document.filter((one) => one === link || one.ancestors.includes(link) || link.ancestors.includes(one));
            const isTold = inside.some((one) => one.tag !== "html" && one.attributes.lang === lang(target));
            return expect(isTold || link.text !== title(target), `"${link.text}" is in ${lang(target)} and does not say so`);
          }),
      );
    });

    test("no id occurs twice", () =>
      nothingWrong(hub.pages, (document) => repeated(ids(document)).map((id) => `id ${id} occurs twice`)));

    test("each names its language", () =>
      nothingWrong(hub.pages, (document) => {
        const lang = document.find((one) => one.tag === "html").attributes.lang;
        return expect(/^(en|cy)(-[A-Z]{2})?$/.test(lang), `lang is ${lang}`);
      }));

    test("each has a title of its own", () => {
      const title = (page) => page.document.find((one) => one.tag === "title")?.text ?? "";
      nothingWrong(hub.pages, (_, page) => expect(title(page) !== "", "no title"));
      assert.deepEqual(repeated(hub.listed.map(title)), []);
    });

    test("each has a description and its own address", () =>
      nothingWrong(hub.listed, (document, page) => {
        const description = document.find((one) => one.tag === "meta" && one.attributes.name === "description");
        const canonical = document.find((one) => one.tag === "link" && one.attributes.rel === "canonical");
        return [
          ...expect((description?.attributes.content ?? "") !== "", "no description"),
          ...expect(canonical?.attributes.href === new URL(page.path, hub.base).href, "no canonical address, or not its own"),
        ];
      }));

    test("none has a script, style or handler written into it", () =>
      nothingWrong(hub.pages, (document) =>
        document.flatMap((one) => [
          ...expect(one.tag !== "style", "a <style> element"),
          ...expect(one.tag !== "script" || "src" in one.attributes || isData(one), "a script without src"),
          ...Object.entries(one.attributes)
            .filter(([name, value]) => name === "style" || /^on/.test(name) || /^\s*javascript:/i.test(value))
            .map(([name]) => `${name} on <${one.tag}>, line ${one.line}`),
        ]),
      ));

    test("none fetches anything from another host", () =>
      nothingWrong(hub.pages, (document, page) =>
        document.flatMap((one) =>
          fetched(one)
            .filter((address) => !address.startsWith("data:"))
            .map((address) => new URL(address, new URL(page.path, hub.base)))
            .filter((address) => address.host !== hub.base.host)
            .map((address) => `<${one.tag}> fetches ${address}`),
        ),
      ));

    test("everything that a page fetches is there", () =>
      nothingWrong(hub.pages, (document, page) =>
        document
          .flatMap(fetched)
          .filter((address) => !address.startsWith("data:"))
          .filter((address) => !hub.file(new URL(address, new URL(page.path, hub.base)).pathname))
          .map((address) => `${address} is missing`),
      ));

    test("every link within the hub leads to a file, and to an id where it names one", () =>
      nothingWrong(hub.pages, (document, page) =>
        internalLinks(hub, page).flatMap((target) => {
          const file = hub.file(target.pathname);
          if (!file) return [`${target.pathname} leads nowhere`];
          if (target.hash === "") return [];
          const id = decodeURIComponent(target.hash.slice(1));
          const there = hub.pages.find((one) => one.file === file);
          return expect(there && ids(there.document).includes(id), `${target.pathname}${target.hash} is not there`);
        }),
      ));

    test("no link needs to be followed through an old address", () => {
      const old = new Set(hub.pages.filter((page) => page.isRedirect).map((page) => page.path));
      nothingWrong(hub.pages, (_, page) =>
        internalLinks(hub, page)
          .filter((target) => old.has(target.pathname) && target.pathname !== page.path)
          .map((target) => `links to ${target.pathname}`),
      );
    });

    test("the sitemap lists exactly the pages, and each can be reached from the home page by links", () => {
      const listed = hub.sitemap.map((address) => address.href).sort();
      const pages = hub.listed.map((page) => new URL(page.path, hub.base).href).sort();
      assert.deepEqual(listed, pages);
      const reached = reachable(hub);
      assert.deepEqual(hub.listed.map((page) => page.path).filter((path) => !reached.has(path)), []);
    });

    test("every notice is two steps from the home page", () => {
      const home = hub.page(hub.base.pathname);
      const steps = internalLinks(hub, home).map((target) => hub.page(target.pathname)).filter(Boolean);
      const near = new Set([home, ...steps].flatMap((page) => internalLinks(hub, page).map((target) => target.pathname)));
      const notices = hub.listed.map((page) => page.path).filter((path) => /\/notices\/[^/]+\/$/.test(path));
      // The other language has a home page of its own.
      const own = notices.filter((path) => path.startsWith(`${hub.base.pathname}notices/`));
      assert.ok(own.length > 0);
      assert.deepEqual(own.filter((path) => !near.has(path)), []);
    });

    test("an old address leads on to a page", () => {
      const redirects = hub.pages.filter((page) => page.isRedirect);
      const faults = redirects.flatMap((page) => {
        const refresh = page.document.find((one) => one.attributes["http-equiv"] === "refresh");
        const target = refresh?.attributes.content.match(/^0; *url=(.+)$/)?.[1];
        const path = target && new URL(target, new URL(page.path, hub.base)).pathname;
        return expect(hub.listed.some((one) => one.path === path), `${page.path} leads to ${target}`);
      });
      assert.deepEqual(faults, []);
    });

    test("there is a page for wrong addresses", () => {
      const page = hub.pages.find((one) => one.file === "404.html");
      // It is served at any depth, so nothing in it may be relative to its own address.
      const relative = page.document
        .flatMap((one) => [one.attributes.href, one.attributes.src])
        .filter((address) => address !== undefined && !/^(#|\/|[a-z]+:)/.test(address));
      assert.deepEqual(relative, []);
    });
  });
}

/** Whether a script element holds data, which no browser runs: JSON-LD that can be read. */
function isData({ attributes, text }) {
  return attributes.type === "application/ld+json" && typeof JSON.parse(text) === "object";
}

/** What the browser fetches for an element. */
function fetched({ tag, attributes }) {
  if (tag === "link" && /stylesheet|icon|preload|manifest/.test(attributes.rel ?? "")) return [attributes.href];
  const sets = (attributes.srcset ?? "").split(",").map((one) => one.trim().split(/\s+/)[0]);
  return [attributes.src, attributes.poster, attributes.data, ...sets].filter((one) => one !== undefined && one !== "");
}

/** Where the links of a page lead within the hub. */
function internalLinks(hub, page) {
  return page.document
    .filter((one) => (one.tag === "a" || one.tag === "area") && one.attributes.href !== undefined)
    .map((one) => new URL(one.attributes.href, new URL(page.path, hub.base)))
    .filter((target) => target.host === hub.base.host && target.pathname.startsWith(hub.base.pathname));
}

/** The paths that can be reached from the home page. */
function reachable(hub) {
  const reached = new Set([hub.base.pathname]);
  for (const path of reached) {
    const page = hub.page(path);
    if (page) internalLinks(hub, page).forEach((target) => reached.add(target.pathname));
  }
  return reached;
}
