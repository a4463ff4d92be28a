// Every page is valid HTML: by html-validate (structure, names, accessibility of the markup) and by the Nu checker,
// the W3C's (the standard itself, with the style sheet and the icon). Needs Java for the second.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { HtmlValidate } from "html-validate";
import { hubs } from "./hubs.mjs";
import { serve } from "./server.mjs";

const run = promisify(execFile);

for (const hub of hubs) {
  test(`html-validate finds nothing in the pages of ${hub.name}`, () => {
    const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard", "html-validate:a11y"] });
    const report = validator.validateMultipleFilesSync(hub.pages.map((page) => join(hub.root, page.file)));
    const faults = report.results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, message }) =>
        `${relative(hub.root, filePath)}:${line}:${column}: ${message} (${ruleId})`,
      ),
    );
    assert.equal(faults.length, 0, listed(faults));
  });
}

test("the Nu checker finds nothing in any page or style sheet", async (context) => {
  // Served, not read from files: the checker also applies the content security policy of each page, and in a policy
  // a file has no origin.
  const servers = await Promise.all(hubs.map(serve));
  context.after(() => Promise.all(servers.map((server) => server.close())));
  const addresses = hubs.flatMap((hub, index) => [
    ...hub.pages.map((page) => servers[index].origin + page.path),
    ...filesOf(hub, ".css").map((file) => servers[index].origin + hub.base.pathname + file),
  ]);
  const faults = await nuFaults(["--also-check-css"], addresses);
  const named = hubs.reduce((text, hub, index) => text.replaceAll(servers[index].origin, hub.name), listed(faults));
  assert.equal(faults.length, 0, named);
});

// On its own and from files: among pages, or served, the checker takes an icon for a page.
test("the Nu checker finds nothing in any icon", async () => {
  const icons = hubs.flatMap((hub) => filesOf(hub, ".svg").map((file) => join(hub.root, file)));
  assert.ok(icons.length >= hubs.length, "a hub has no icon");
  const faults = await nuFaults(["--svg"], icons);
  assert.equal(faults.length, 0, listed(faults));
});

/** Everything that the Nu checker says of some addresses or files: errors, warnings, and what it cannot read. */
async function nuFaults(options, addresses) {
  const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  // A larger stack, as the checker's own manual advises for long documents; and leave to ask this machine.
  const java = ["-Xss8m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar];
  const report = [...options, "--exit-zero-always", "--stdout", "--format", "json"];
  const { stdout } = await run("java", [...java, ...report, ...addresses], { maxBuffer: 1 << 28 });
  return JSON.parse(stdout).messages.filter((message) => !isAboutData(message)).map(
    ({ url, lastLine, lastColumn, subType, type, message }) =>
      `${url}:${lastLine}:${lastColumn}: ${message} (${subType ?? type})`,
  );
}

/**
 * Whether the checker takes a block of data for a script that the policy refuses. A browser looks at the type first, and
 * asks the policy only about what it would run (HTML, "prepare the script element"); that none refuses it is held by
 * "nothing is refused" in a real one, and that no other element stands without `src` by the checks of the pages.
 */
function isAboutData({ message, extract = "", hiliteStart, hiliteLength }) {
  // What the checker points at can start with the end of the line before.
  const element = extract.slice(hiliteStart, hiliteStart + hiliteLength).trim();
  return message.startsWith("Inline script violates") && element === '<script type="application/ld+json">';
}

function filesOf(hub, extension) {
  return [...hub.files].filter((file) => file.endsWith(extension));
}

function listed(faults) {
  return `${faults.length} faults\n${faults.slice(0, 40).join("\n")}`;
}
