// What axe finds on a page: accessibility, as far as a machine can tell.

import axe from "axe-core";

/** Every level A and AA rule of WCAG 2.2, among them the one that axe leaves out unless asked. */
const options = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** What axe finds on the page that is shown, or in one element of it, in one line for each element. */
export async function violations(page, within = "html") {
  await page.evaluate(axe.source);
  const found = await page.evaluate((within, given) => window.axe.run(within, given), within, options);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} (${node.any[0]?.message ?? node.failureSummary})`),
  );
}
