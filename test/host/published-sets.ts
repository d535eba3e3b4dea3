import { existsSync, readFileSync } from "node:fs";

/**
 * The requirement sets of the published reference by class and member, from the table that TAIZHANG_API_SETS
 * names: a line a member, its set behind a tab. Null where there is none.
 */
export function publishedSets(): ReadonlyMap<string, string> | null {
  const file = process.env["TAIZHANG_API_SETS"] ?? "../shared/design/api-requirement-sets.tsv";
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(lines.map((line) => line.split("\t")).map(([member = "", set = ""]) => [member, set]));
}
