// Writes a hub of a thousand notices, to see that size does not matter: made from the repository's own notices, so that
// its words are those of real ones.
//
//     node large-hub.mjs <folder>
//
// Each notice has the front matter of one of the sample's notices, under a name of its own, and paragraphs from others.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const size = 1000;
const own = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = process.argv[2];
if (!folder) {
  console.error("Give the folder for the hub.");
  process.exit(2);
}

/** Text without links and footnotes, whose other ends may stay behind. */
const plain = (text) => text.replace(/!?\[([^\]"]*)\]\([^)"]*\)/g, "$1").replace(/\[\^[^\]]*\]/g, "").replace(/\{#[^}]*\}/g, "");
const inside = (path) => readdirSync(join(own, path)).filter((name) => name.endsWith(".md"));
const read = (path) => readFileSync(join(own, path), "utf8");
const write = (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const sources = inside("content/notices").sort().map((name) => {
  const [, keys, body] = read(`content/notices/${name}`).split(/^\+\+\+$/m);
  return { id: name.slice(0, -3), keys: plain(keys), blocks: plain(body).split(/\n{2,}/).filter((block) => /^[A-Z]/.test(block)) };
});
const areas = ["applications", "appeals", "assessments", "payments", "visits", "complaints", "grants", "events", "surveys", "records"];
const places = ["Ashby", "Brook End", "Castle Hill", "Dene", "Eastgate", "Fairfield", "Grange", "Holme"];

/** The same numbers each time, in no order. */
let state = 1;
const random = (below) => {
  state = (state * 48271) % 2147483647;
  return state % below;
};

write("site.toml", read("site.toml").replace(/^most_used = .*$/m, "").replace(/^\[\[footer\]\][^[]*/gm, ""));
write("content/organisations.toml", read("content/organisations.toml"));
for (const name of inside("content/general")) write(`content/general/${name}`, plain(read(`content/general/${name}`)));
for (let number = 0; number < size; number += 1) {
  const source = sources[number % sources.length];
  const title = source.keys.match(/^title = "(.*)"$/m)[1];
  const round = Math.floor(number / sources.length);
  const name = `${title}: ${areas[round % areas.length]}, ${places[Math.floor(round / 3) % places.length]}`;
  const keys = source.keys
    .replace(/^title = .*$/m, `title = "${name}"`)
    .replace(/^(related|services|appropriate_policy_document|aliases) = .*$/gm, "")
    .replace(/notice = "[^"]*"/g, `name = "Another service"`);
  const blocks = Array.from({ length: 12 }, (_, place) => {
    const { blocks } = sources[random(sources.length)];
    const block = blocks[random(blocks.length)] ?? "";
    return place % 3 === 0 ? `## ${block.split(/[.:,;]/)[0].slice(0, 60).trim()} ${place}\n\n${block}` : block;
  });
  write(`content/notices/${source.id}-${round}.md`, `+++${keys}+++\n\n${blocks.join("\n\n")}\n`);
}
