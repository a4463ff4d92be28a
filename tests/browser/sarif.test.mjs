// What `noticeboard check --format sarif` writes is what the standard asks for: by the schema of SARIF 2.1.0.
// Takes the folder named by NOTICEBOARD_LOGS; `../run` fills it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv-draft-04";

const require = createRequire(import.meta.url);
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// The schema uses keywords of its own for the names of code; what a format is the validator is not to guess.
const isLog = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(schema);

const folder = process.env.NOTICEBOARD_LOGS;
if (!folder) throw new Error("NOTICEBOARD_LOGS must name the folder with the logs of findings: see tests/run");
const logs = readdirSync(folder).map((file) => ({ file, log: JSON.parse(readFileSync(join(folder, file), "utf8")) }));
const results = logs.flatMap(({ log }) => log.runs[0].results);

for (const { file, log } of logs) {
  test(`${file} is a valid log`, () => {
    assert.ok(isLog(log), JSON.stringify(isLog.errors, null, 2));
  });
}

test("a log that is not valid does not pass", () => {
  assert.ok(!isLog({ version: "2.1.0", runs: [{ results: [] }] }), "a run without a tool");
});

test("the logs hold every kind of finding", () => {
  for (const level of ["error", "warning", "note"]) {
    assert.ok(results.some((result) => result.level === level), level);
  }
  assert.ok(results.some((result) => result.relatedLocations?.length > 0), "a related place");
  assert.ok(results.some((result) => result.suppressions.length > 0), "an accepted finding");
});

test("every address of a file is one", () => {
  for (const { physicalLocation } of results.flatMap((result) => result.locations)) {
    const { uri } = physicalLocation.artifactLocation;
    assert.equal(new URL(uri, "https://hub.example/").pathname.slice(1), uri);
  }
});
