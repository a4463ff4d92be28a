// The repository's own hub on real servers, at the root and under a path: status codes, redirects, types, headers,
// caching, compressed copies, and every link. And in a real browser with the policy of the server: nothing is refused.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { launch, open } from "./chromium.mjs";
import { parse } from "./document.mjs";
import { documentsWith, start } from "./hosts.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "noticeboard-"));
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const run = (...parameters) => execFileSync(process.env.NOTICEBOARD, parameters, { stdio: ["ignore", "pipe", "ignore"] });

/** The hub's folder, made ready for hosts, with an address on a path. */
function hubAt(path) {
  const root = join(scratch, `hub${path.replaceAll("/", "-")}`);
  cpSync(join(repository, "content"), join(root, "content"), { recursive: true });
  cpSync(join(repository, "themes"), join(root, "themes"), { recursive: true });
  const site = readFileSync(join(repository, "site.toml"), "utf8")
    .replace(/^base_url = .*$/m, `base_url = "https://privacy.test.example${path}"`)
    .replace(/^\[(hosting|security)\]\n(?:[^[\n].*\n|\n)*/gm, "");
  const hosting = '[hosting]\ntargets = ["apache", "nginx", "caddy"]\nprecompress = true\n';
  const security = '[security]\ncontact = "security@test.example"\nexpires = 2037-01-01\n';
  writeFileSync(join(root, "site.toml"), `${site}\n${hosting}\n${security}`);
  return root;
}

after(() => rmSync(scratch, { recursive: true }));

for (const path of ["/", "/privacy/"]) {
  for (const kind of ["nginx", "apache", "caddy"]) {
    describe(`${kind}, with the hub at ${path}`, () => {
      let www;
      let server;
      let published;

      before(async () => {
        const root = hubAt(path);
        const snippet = join(scratch, `snippet${path.replaceAll("/", "-")}`);
        www = documentsWith((output) => {
          published = output;
          run("build", "--quiet", "--root", root, "--output", output);
        }, path);
        writeFileSync(snippet, run("export", kind === "caddy" ? "caddy" : "nginx", "--root", root));
        server = await start(kind, www.documents, snippet);
      });

      after(async () => {
        await server?.stop();
        www?.remove();
      });

      const get = (below, headers) => server.get(path + below, headers);
      const file = (below) => readFileSync(join(published, below));
      const files = () => readdirSync(published, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(published.length + 1));

      /** The path that a redirect leads to. */
      const leadsTo = ({ headers }) => new URL(headers.location, server.origin).pathname;

      test("every link of every page leads to something, from the home page to all that is listed", async () => {
        const seen = new Set([path]);
        const waiting = [path];
        while (waiting.length) {
          const address = waiting.pop();
          const { status, headers, body } = await server.get(address);
          assert.equal(status, 200, address);
          if (!headers["content-type"].startsWith("text/html") || address.includes("/documents/")) continue;
          for (const { tag, attributes } of parse(body.toString())) {
            const links = [attributes.href, attributes.src, tag === "form" && attributes.action, attributes["data-index"]];
            for (const link of links.filter(Boolean)) {
              const url = new URL(link, server.origin + address);
              if (url.hostname === "privacy.test.example") url.host = new URL(server.origin).host;
              if (url.host !== new URL(server.origin).host || seen.has(url.pathname)) continue;
              seen.add(url.pathname);
              waiting.push(url.pathname);
            }
          }
        }
        const sitemap = [...file("sitemap.xml").toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname);
        assert.ok(sitemap.length > 60);
        assert.deepEqual(sitemap.filter((address) => !seen.has(address)), []);
      });

      test("each kind of file has its type", async () => {
        const types = {
          html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8",
          json: "application/json", xml: "application/xml; charset=utf-8", svg: "image/svg+xml",
          csv: "text/csv; charset=utf-8", txt: "text/plain; charset=utf-8", pdf: "application/pdf",
          docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        };
        const ending = (name) => name.split(".").pop();
        const samples = new Map(files().filter((name) => !/(^|\/)\.|\.(gz|br)$/.test(name)).map((name) => [ending(name), name]));
        assert.deepEqual([...samples.keys()].sort(), Object.keys(types).sort());
        for (const [kind, name] of samples) {
          const { status, headers } = await get(name);
          assert.equal(status, 200, name);
          assert.equal(headers["content-type"].toLowerCase(), types[kind], name);
        }
      });

      test("every answer carries the headers, and says what may be kept", async () => {
        const sheet = files().find((name) => /^assets\/style\.\w{8}\.css$/.test(name));
        for (const [below, caching] of [
          ["", "no-cache"],
          ["notices/parking/", "no-cache"],
          ["search/index.js", "no-cache"],
          ["notices/parking/notice.json", "no-cache"],
          ["assets/icon.svg", "no-cache"],
          [sheet, "public, max-age=31536000, immutable"],
          ["nothing/here/", undefined],
        ]) {
          const { headers } = await get(below);
          assert.equal(headers["content-security-policy"], policy, below);
          assert.equal(headers["x-content-type-options"], "nosniff", below);
          assert.equal(headers["referrer-policy"], "same-origin", below);
          assert.match(headers["permissions-policy"], /geolocation=\(\)/);
          if (caching) assert.equal(headers["cache-control"], caching, below);
        }
      });

      test("what a browser has already is not sent again", async () => {
        const { headers } = await get("notices/parking/");
        const again = await get("notices/parking/", { "If-None-Match": headers.etag });
        assert.equal(again.status, 304);
        assert.equal(again.body.length, 0);
      });

      test("a wrong address gets the page for wrong addresses, and its status", async () => {
        for (const below of ["nothing", "notices/nothing/", "assets/nothing.css", ".noticeboard"]) {
          const { status, headers, body } = await get(below);
          assert.equal(status, 404, below);
          assert.ok(body.equals(file("404.html")), below);
          assert.match(headers["content-type"], /^text\/html/);
        }
      });

      test("old addresses and folders without their slash are redirected for good", async () => {
        const redirects = files().filter((name) => name.endsWith("index.html") && file(name).includes('http-equiv="refresh"'));
        assert.ok(redirects.length > 5);
        for (const name of redirects) {
          const old = name.replace(/index\.html$/, "");
          const target = file(name).toString().match(/content="0; url=([^"]+)"/)[1];
          for (const form of [old, old.replace(/\/$/, "")]) {
            const answer = await get(form);
            assert.equal(answer.status, 301, form);
            assert.equal(leadsTo(answer), target);
          }
          assert.equal((await server.get(target)).status, 200);
          // The page behind the redirect is there for hosts that have none.
          assert.equal((await get(name)).status, 200);
        }
        const folder = await get("notices/parking");
        assert.ok([301, 308].includes(folder.status));
          assert.equal(leadsTo(folder), `${path}notices/parking/`);
        // A proxy may be known by another name.
        if (kind !== "apache") assert.ok(folder.headers.location.startsWith("/"));
      });

      test("compressed copies are sent to those who take them, and to nobody else", async () => {
        const sheet = files().find((name) => /^assets\/style\.\w{8}\.css$/.test(name));
        for (const [below, name] of [["notices/parking/", "notices/parking/index.html"], [sheet, sheet], ["hub.json", "hub.json"]]) {
          const plain = await get(below, { "Accept-Encoding": "identity" });
          assert.equal(plain.headers["content-encoding"], undefined);
          assert.ok(plain.body.equals(file(name)));
          const zipped = await get(below, { "Accept-Encoding": "gzip" });
          assert.equal(zipped.headers["content-encoding"], "gzip", below);
          assert.ok(zipped.body.equals(file(`${name}.gz`)), "it is the copy that was published");
          assert.ok(gunzipSync(zipped.body).equals(file(name)));
          assert.match(zipped.headers.vary, /accept-encoding/i);
          assert.equal(zipped.headers["content-type"], plain.headers["content-type"]);
          assert.equal(zipped.headers["cache-control"], plain.headers["cache-control"]);
          assert.equal(zipped.headers["content-security-policy"], policy);
          // nginx needs a module for the other kind, which Debian's does not have.
          if (kind === "nginx") continue;
          const brotlied = await get(below, { "Accept-Encoding": "gzip, br" });
          assert.equal(brotlied.headers["content-encoding"], "br", below);
          assert.ok(brotliDecompressSync(brotlied.body).equals(file(name)));
          assert.equal(brotlied.headers["content-type"], plain.headers["content-type"]);
        }
      });

      test("security.txt is where it has to be", async () => {
        const { status, headers, body } = await get(".well-known/security.txt");
        assert.equal(status, 200);
        assert.equal(headers["content-type"].toLowerCase(), "text/plain; charset=utf-8");
        assert.match(body.toString(), /^Contact: mailto:security@test\.example\nExpires: 2037-01-01T00:00:00Z\n/);
      });

      test("a browser that obeys the policy refuses nothing, on any page and in search", async () => {
        const browser = await launch();
        try {
          const { page, visit, troubles } = await open(browser, server.origin);
          await page.evaluateOnNewDocument(() => {
            window.refused = [];
            document.addEventListener("securitypolicyviolation", (event) => window.refused.push(`${event.violatedDirective}: ${event.blockedURI}`));
          });
          const pages = files().filter((name) => name.endsWith(".html") && !name.startsWith("documents/"));
          const isRedirect = (name) => file(name).includes('http-equiv="refresh"');
          const addresses = pages.filter((name) => !isRedirect(name)).map((name) => name.replace(/(^|\/)index\.html$/, "$1"));
          for (const below of addresses) {
            await visit(path + below);
            assert.deepEqual([...troubles(), ...(await page.evaluate(() => window.refused))], [], below);
            const styled = await page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0));
            assert.ok(styled, below);
          }
          assert.ok(addresses.length > 60);
          await visit(`${path}notices/parking/`);
          await page.type("#search-words", "blue bage");
          await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
          await page.waitForFunction(() => /results for “blue bage”/.test(document.querySelector("[role=status]").textContent));
          assert.deepEqual([...troubles(), ...(await page.evaluate(() => window.refused))], []);
        } finally {
          await browser.close();
        }
      });

      test("the policy is obeyed, or the test before would prove nothing", async () => {
        const browser = await launch();
        try {
          const { page, visit } = await open(browser, server.origin);
          await visit(path);
          const refused = await page.evaluate(() =>
            new Promise((resolve) => {
              document.addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective), { once: true });
              document.body.setAttribute("style", "color: red");
              document.body.innerHTML += '<p style="color: red">x</p>';
            }),
          );
          assert.match(refused, /^style-src/);
        } finally {
          await browser.close();
        }
      });
    });
  }
}
