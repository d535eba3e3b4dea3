import type { Sheet } from "../sheet";
import type { SheetSetting } from "../sheet-form";
import { filterXml } from "./filter-xml";
import type { OutsideElement } from "./outside-splices";
import type { Splice } from "./package";
import { protectionXml } from "./protection-xml";
import {
  columnsXml,
  formatXml,
  mergesXml,
  outlineDepths,
  paneXml,
  tabColorXml,
  tablePartsXml,
  viewsXml,
} from "./sheet-elements";
import type { SheetPart } from "./sheet-part";
import { withAttribute, withChanged, withChild } from "./tag-edit";
import { validationsXml } from "./validation-xml";

/** The children of a sheet's root in the order that the file format wants. */
const order = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios " +
  "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting " +
  "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties " +
  "cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls " +
  "webPublishItems tableParts extLst"
).split(" ");

/** Elements that are written anew, and how they are put into the part. */
export interface ChangedElements {
  readonly names: ReadonlySet<string>;
  readonly splices: readonly Splice[];
}

/** What of a sheet is to be written anew. */
export interface ElementChange {
  readonly sheet: Sheet;
  readonly source: SheetPart;
  readonly tableParts: readonly string[] | null;
}

type Rewrite = (old: string | null, sheet: Sheet, prefix: string) => string;

/** Per setting the elements that say it; "" takes the element out. */
const rewrites: Readonly<Record<SheetSetting, readonly (readonly [name: string, rewrite: Rewrite])[]>> = {
  tab: [["sheetPr", sheetPr]],
  view: [["sheetViews", sheetViews]],
  columns: [
    ["sheetFormatPr", sheetFormat],
    ["cols", (_, sheet, prefix) => columnsXml(sheet, prefix)],
  ],
  rows: [["sheetFormatPr", sheetFormat]],
  protection: [["sheetProtection", (_, { protection }, prefix) => protectionXml(protection, prefix)]],
  filter: [
    ["autoFilter", filterText],
    ["sortState", () => ""],
  ],
  merges: [["mergeCells", (_, { merges }, prefix) => mergesXml(merges, prefix)]],
  validations: [["dataValidations", (_, { validations }, prefix) => validationsXml(validations, prefix)]],
};

/** The elements of a sheet whose settings changed. */
export function changedElements(
  { sheet, source, tableParts }: ElementChange,
  elements: readonly OutsideElement[],
): ChangedElements {
  const wanted = new Map([...sheet.changedSettings].flatMap((setting) => rewrites[setting]));
  if (tableParts !== null) wanted.set("tableParts", (old, _, prefix) => tableList(old, tableParts, prefix));
  const splices = [...wanted].flatMap(([name, rewrite]) => {
    const old = elements.find((element) => element.name === name);
    const text = old === undefined ? null : textOf(source, old);
    const now = rewrite(text, sheet, source.prefix);
    if (now === (text ?? "")) return [];
    const place = old ?? placeOf(name, source, elements);
    return [{ from: place.from, to: place.to, text: now }];
  });
  return { names: new Set(wanted.keys()), splices: joined(splices) };
}

function textOf({ bytes }: SheetPart, { from, to }: OutsideElement): string {
  return new TextDecoder().decode(bytes.subarray(from, to));
}

/** Where an element goes that is not there: before the first of those that follow it. */
function placeOf(name: string, source: SheetPart, elements: readonly OutsideElement[]) {
  const rank = order.indexOf(name);
  const next = elements.find((element) => order.indexOf(element.name) > rank);
  const isHead = rank < order.indexOf("sheetData");
  const end = isHead ? source.data.from : source.close;
  const at = next === undefined || (isHead && next.from > end) ? end : next.from;
  return { from: at, to: at };
}

/** Several that go to one place stand there in the order of the format. */
function joined(splices: readonly Splice[]): readonly Splice[] {
  const all = new Map<string, Splice>();
  for (const splice of splices) {
    const key = `${String(splice.from)}-${String(splice.to)}`;
    const there = all.get(key);
    all.set(key, there === undefined ? splice : { ...there, text: inOrder(there.text, splice.text) });
  }
  return [...all.values()];
}

function inOrder(a: string, b: string): string {
  return rankOf(a) <= rankOf(b) ? a + b : b + a;
}

function rankOf(text: string): number {
  return order.indexOf(/^<(?:[\w.-]+:)?([\w.-]+)/.exec(text)?.[1] ?? "");
}

function sheetPr(old: string | null, sheet: Sheet, prefix: string): string {
  const color = tabColorXml(sheet, prefix);
  if (old !== null) return withChild(old, "tabColor", color);
  return color === "" ? "" : `<${prefix}sheetPr>${color}</${prefix}sheetPr>`;
}

/** Of the first view only what stays in sight, and the selections that depend on it. */
function sheetViews(old: string | null, sheet: Sheet, prefix: string): string {
  const change = (view: string): string =>
    withChild(withChild(view, "selection", ""), "pane", paneXml(sheet, prefix));
  const changed = old === null ? null : withChanged(old, "sheetView", change);
  return changed ?? viewsXml(sheet, prefix);
}

function sheetFormat(old: string | null, sheet: Sheet, prefix: string): string {
  const { rows, columns } = outlineDepths(sheet);
  const isNeeded = rows > 0 || columns > 0;
  if (old === null) return isNeeded ? formatXml(sheet, prefix) : "";
  const depth = (lines: number): string | null => (lines > 0 ? String(lines) : null);
  return withAttribute(withAttribute(old, "outlineLevelRow", depth(rows)), "outlineLevelCol", depth(columns));
}

function filterText(_: string | null, { filter }: Sheet, prefix: string): string {
  return filter === null ? "" : filterXml(filter.area, filter.criteria, prefix);
}

/** The namespace of relations is declared where the element is new. */
function tableList(old: string | null, ids: readonly string[], prefix: string): string {
  const text = tablePartsXml(ids, prefix, "r:");
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return text === "" ? "" : withAttribute(text, "xmlns:r", old === null || text !== old ? relations : null);
}
