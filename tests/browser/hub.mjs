// One published hub: its files, and every page parsed once, with the address at which a host serves it.
// Reads only.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "./document.mjs";

/** Reads a published hub. */
export function readHub(name, root) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
  const base = baseOf(root);
  const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith("documents/")).map((file) => readPage(root, file, base));
  const sitemap = [...readFileSync(join(root, "sitemap.xml"), "utf8").matchAll(/<loc>([^<]+)<\/loc>/g)];
  return {
    name,
    root,
    base,
    files: new Set(files),
    pages,
    /** The pages that are listed for search engines: all but redirects, the search page and the page for wrong addresses. */
    listed: pages.filter((page) => !page.isHidden),
    sitemap: sitemap.map((match) => new URL(match[1])),
    /** The page that a host serves at an address of the hub. */
    page: (path) => pages.find((page) => page.path === path),
    /** The file that a host serves at an address of the hub, or nothing. */
    file(path) {
      if (!path.startsWith(base.pathname)) return undefined;
      const below = decodeURIComponent(path.slice(base.pathname.length));
      return [below, `${below}index.html`].find((file) => file !== "" && !file.endsWith("/") && this.files.has(file));
    },
  };
}

/** The hub's address, as robots.txt gives it with the sitemap. */
function baseOf(root) {
  const robots = readFileSync(join(root, "robots.txt"), "utf8");
  return new URL(".", robots.match(/^Sitemap: (.+)$/m)[1]);
}

function readPage(root, file, base) {
  const document = parse(readFileSync(join(root, file), "utf8"));
  const robots = document.find((one) => one.tag === "meta" && one.attributes.name === "robots");
  return {
    file,
    path: base.pathname + file.replace(/(^|\/)index\.html$/, "$1"),
    document,
    isRedirect: document.some((one) => one.attributes["http-equiv"] === "refresh"),
    isHidden: robots !== undefined && robots.attributes.content.includes("noindex"),
  };
}
