// The data of notices read as JSON-LD, by a processor of it that is given nothing but the file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import jsonld from "jsonld";
import { hubs } from "./hubs.mjs";

const DPV = "https://w3id.org/dpv#";

/** No file needs another one to be read. */
const documentLoader = (url) => Promise.reject(new Error(`it asks for ${url}`));

for (const hub of hubs) {
  const files = [...hub.files].filter((file) => file.endsWith("/notice.json"));

  test(`each notice of ${hub.name} is a document of the Data Privacy Vocabulary, and nothing else`, async () => {
    assert.ok(files.length > 0);
    for (const file of files) {
      const data = JSON.parse(readFileSync(join(hub.root, file), "utf8"));
      const [notice, ...others] = await jsonld.expand(data, { documentLoader });
      assert.deepEqual(others, [], file);
      assert.equal(notice["@id"], data.url);
      assert.ok(notice["@type"].includes(`${DPV}PrivacyNotice`), file);
      assert.deepEqual(notice["http://purl.org/dc/terms/title"], [{ "@language": tagOf(data.language), "@value": data.title }]);
      assert.ok(notice[`${DPV}hasDataController`][0][`${DPV}hasName`], file);
      assert.equal((notice[`${DPV}hasProcess`] ?? []).length >= (data.purposes ?? []).length, true, file);
      // Whatever is not understood is dropped without a word, so what went in has to come out.
      assert.equal(properties(notice), properties(data["@graph"][0]), file);
    }
  });
}

function tagOf(language) {
  return language === "en" ? "en-gb" : language;
}

/** How many properties there are in linked data: all but those that say what a value is. */
function properties(node) {
  if (Array.isArray(node)) return node.reduce((sum, one) => sum + properties(one), 0);
  if (node === null || typeof node !== "object") return 0;
  return Object.entries(node).reduce((sum, [name, value]) => sum + (name.startsWith("@") ? 0 : 1 + properties(value)), 0);
}
