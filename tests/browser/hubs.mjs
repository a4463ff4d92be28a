// The published hubs that the checks look at.
//
// Takes the folder named by NOTICEBOARD_SITES, with one published hub in each folder below it; `../run` fills it.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readHub } from "./hub.mjs";

/** Every published hub, `sample` (the repository's own) first. */
export const hubs = readHubs(process.env.NOTICEBOARD_SITES);

/** The repository's own hub. */
export const sample = hubs[0];

function readHubs(folder) {
  if (!folder) throw new Error("NOTICEBOARD_SITES must name the folder with the published hubs: see tests/run");
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "index.html"))).sort();
  if (!names.includes("sample")) throw new Error(`${folder} has no hub called sample: see tests/run`);
  const ordered = ["sample", ...names.filter((name) => name !== "sample")];
  return ordered.map((name) => readHub(name, join(folder, name)));
}
