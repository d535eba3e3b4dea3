import type { DefinedName } from "../workbook";
import type { AddedSheet } from "./new-sheets";
import { spliced } from "./package";
import type { Splice } from "./package";
import { readWorkbookPart } from "./workbook-part";
import type { WorkbookPart } from "./workbook-part";
import { escapeXml } from "./xml-text";

/** What is new in the workbook's own part. */
export interface WorkbookNews {
  readonly added: readonly AddedSheet[];
  /** All names: first those that were there, with the formulas they now have, then the new ones. */
  readonly names: readonly DefinedName[];
  /** Formulas must be calculated anew when the file is opened. */
  readonly mustCalculate: boolean;
}

/** The workbook's part with further sheets and names, all else as it was. */
export function spliceWorkbook(bytes: Uint8Array, part: string, news: WorkbookNews): Uint8Array {
  const map = readWorkbookPart(bytes, part);
  return spliced(bytes, [
    ...sheetSplices(map, news.added),
    ...nameSplices(map, news),
    ...(news.mustCalculate ? [calculationSplice(map)] : []),
  ]);
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function sheetSplices(map: WorkbookPart, added: readonly AddedSheet[]): readonly Splice[] {
  if (added.length === 0) return [];
  const lastId = Math.max(0, ...map.sheets.map(({ id }) => id));
  const relationPrefix = map.relationPrefix ?? "r:";
  const sheets = added.map(({ name, relation, visibility }, i) => {
    const state = visibility === "visible" ? "" : ` state="${visibility}"`;
    const id = `sheetId="${String(lastId + 1 + i)}"`;
    return `<${map.prefix}sheet name="${escapeXml(name)}" ${id}${state} ${relationPrefix}id="${relation}"/>`;
  });
  const listed: Splice = { from: map.sheetsEnd, to: map.sheetsEnd, text: sheets.join("") };
  if (map.relationPrefix !== null) return [listed];
  return [{ from: map.rootNameEnd, to: map.rootNameEnd, text: ` xmlns:r="${relations}"` }, listed];
}

function nameSplices(map: WorkbookPart, { names, added }: WorkbookNews): readonly Splice[] {
  const moved = map.names.flatMap(({ span, formula }, i) => {
    const now = names[i].formula;
    return now === formula ? [] : [{ ...span, text: escapeXml(now) }];
  });
  const sheets = [...map.sheets, ...added].map(({ name }) => name);
  const text = names
    .slice(map.names.length)
    .map((name) => nameXml(map.prefix, name, sheets))
    .join("");
  return text === "" ? moved : [...moved, newNames(map, text)];
}

function newNames({ definedNames, prefix, namesAt }: WorkbookPart, text: string): Splice {
  if (definedNames !== null) return { from: definedNames.close, to: definedNames.close, text };
  return { from: namesAt, to: namesAt, text: `<${prefix}definedNames>${text}</${prefix}definedNames>` };
}

function nameXml(
  prefix: string,
  { name, formula, sheet, hidden }: DefinedName,
  sheets: readonly string[],
): string {
  const local = sheet === null ? "" : ` localSheetId="${String(sheets.indexOf(sheet))}"`;
  const facts = `name="${escapeXml(name)}"${local}${hidden ? ' hidden="1"' : ""}`;
  return `<${prefix}definedName ${facts}>${escapeXml(formula)}</${prefix}definedName>`;
}

function calculationSplice({ calculation, calculationAt, prefix }: WorkbookPart): Splice {
  if (calculation === null) {
    return { from: calculationAt, to: calculationAt, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` };
  }
  const { fullOnLoad, nameEnd } = calculation;
  if (fullOnLoad !== null) return { ...fullOnLoad, text: "1" };
  return { from: nameEnd, to: nameEnd, text: ' fullCalcOnLoad="1"' };
}
