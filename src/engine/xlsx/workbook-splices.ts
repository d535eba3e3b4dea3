import type { DefinedName } from "../workbook";
import { spliced } from "./package";
import type { Splice } from "./package";
import { withAttribute } from "./tag-edit";
import { readWorkbookPart } from "./workbook-part";
import type { ListedName, ListedSheet, WorkbookPart } from "./workbook-part";
import { escapeXml } from "./xml-text";
import type { Visibility } from "../sheet";

/** A sheet as the workbook's part is to list it; `listed` is its place there already, null = new. */
export interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly visibility: Visibility;
  readonly listed: number | null;
}

/** What is new in the workbook's own part. */
export interface WorkbookNews {
  /** All sheets with cells, in the order of their tabs. */
  readonly sheets: readonly SheetEntry[];
  /** The places in the list of sheets without cells, such as chart sheets. */
  readonly others: ReadonlySet<number>;
  /** All names; those that were there bear their place in the list. */
  readonly names: readonly DefinedName[];
  /** Formulas must be calculated anew when the file is opened. */
  readonly mustCalculate: boolean;
}

/** The workbook's part with its sheets and names as they are now, all else as it was. */
export function spliceWorkbook(bytes: Uint8Array, part: string, news: WorkbookNews): Uint8Array {
  const map = readWorkbookPart(bytes, part);
  const text = (span: { readonly from: number; readonly to: number }): string =>
    new TextDecoder().decode(bytes.subarray(span.from, span.to));
  const order = orderOf(map, news);
  return spliced(bytes, [
    ...sheetSplices(map, order, text),
    ...nameSplices(map, news, { order, text }),
    ...viewSplices(map, order),
    ...(news.mustCalculate ? [calculationSplice(map)] : []),
  ]);
}

type TextOf = (span: { readonly from: number; readonly to: number }) => string;

/** One tab: a sheet with cells, or one without (a chart sheet) that is as it was listed. */
interface Tab {
  readonly entry: SheetEntry | null;
  readonly listed: ListedSheet | null;
}

/** The tabs in their order; sheets without cells stay behind the tab that they followed. */
function orderOf(map: WorkbookPart, { sheets, others }: WorkbookNews): readonly Tab[] {
  const tabs: Tab[] = sheets.map((entry) => ({
    entry,
    listed: entry.listed === null ? null : map.sheets[entry.listed],
  }));
  map.sheets.forEach((listed, i) => {
    if (!others.has(i)) return;
    const before = map.sheets.slice(0, i).findLast((other) => tabs.some((tab) => tab.listed === other));
    const at = before === undefined ? 0 : tabs.findIndex((tab) => tab.listed === before) + 1;
    tabs.splice(at, 0, { entry: null, listed });
  });
  return tabs;
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function sheetSplices(map: WorkbookPart, order: readonly Tab[], text: TextOf): readonly Splice[] {
  let lastId = Math.max(0, ...map.sheets.map(({ id }) => id));
  const elements = order.map(({ entry, listed }) => {
    if (listed !== null)
      return entry === null ? text(listed.span) : renamed(text(listed.span), listed, entry);
    lastId++;
    return entry === null ? "" : newSheet(map, entry, lastId);
  });
  const before = map.sheets.map(({ span }) => text(span));
  if (elements.length === before.length && elements.every((element, i) => element === before[i])) return [];
  const from = map.sheets.at(0)?.span.from ?? map.sheetsEnd;
  const listed: Splice = { from, to: map.sheetsEnd, text: elements.join("") };
  if (map.relationPrefix !== null) return [listed];
  return [{ from: map.rootNameEnd, to: map.rootNameEnd, text: ` xmlns:r="${relations}"` }, listed];
}

function renamed(element: string, listed: ListedSheet, { name, visibility }: SheetEntry): string {
  const named = listed.name === name ? element : withAttribute(element, "name", name);
  if (listed.visibility === visibility) return named;
  return withAttribute(named, "state", visibility === "visible" ? null : visibility);
}

function newSheet(map: WorkbookPart, { name, relation, visibility }: SheetEntry, id: number): string {
  const state = visibility === "visible" ? "" : ` state="${visibility}"`;
  const prefix = map.relationPrefix ?? "r:";
  const facts = `name="${escapeXml(name)}" sheetId="${String(id)}"${state} ${prefix}id="${relation}"`;
  return `<${map.prefix}sheet ${facts}/>`;
}

interface NamePlaces {
  readonly order: readonly Tab[];
  readonly text: TextOf;
}

function nameSplices(map: WorkbookPart, { names }: WorkbookNews, places: NamePlaces): readonly Splice[] {
  const kept = map.names.flatMap((listed, i) => {
    const now = names.find(({ origin }) => origin === i);
    return keptName(listed, now, places);
  });
  const isAll = map.definedNames !== null && names.length === 0;
  if (isAll) return [{ from: map.definedNames.from, to: map.definedNames.to, text: "" }];
  const text = names
    .filter(({ origin }) => origin === undefined)
    .map((name) => nameXml(map.prefix, name, places.order))
    .join("");
  return text === "" ? kept : [...kept, newNames(map, text)];
}

/** What changes in a name that was there: its formula, the number of its sheet; or it is gone. */
function keptName(
  listed: ListedName,
  now: DefinedName | undefined,
  { order, text }: NamePlaces,
): readonly Splice[] {
  if (now === undefined) return [{ ...listed.element, text: "" }];
  const formula = now.formula === listed.formula ? [] : [{ ...listed.span, text: escapeXml(now.formula) }];
  if (now.sheet === null) return formula;
  const place = String(placeOf(now.sheet, order));
  const tag = { from: listed.element.from, to: listed.span.from };
  const opening = text(tag);
  const moved = withTagAttribute(opening, "localSheetId", place);
  return moved === opening ? formula : [{ ...tag, text: moved }, ...formula];
}

function withTagAttribute(opening: string, name: string, value: string): string {
  return `${withAttribute(`${opening.slice(0, -1)}/>`, name, value).slice(0, -2)}>`;
}

function placeOf(sheet: string, order: readonly Tab[]): number {
  return order.findIndex(({ entry }) => entry?.name === sheet);
}

function newNames({ definedNames, prefix, namesAt }: WorkbookPart, text: string): Splice {
  if (definedNames !== null) return { from: definedNames.close, to: definedNames.close, text };
  return { from: namesAt, to: namesAt, text: `<${prefix}definedNames>${text}</${prefix}definedNames>` };
}

function nameXml(
  prefix: string,
  { name, formula, sheet, hidden }: DefinedName,
  order: readonly Tab[],
): string {
  const local = sheet === null ? "" : ` localSheetId="${String(placeOf(sheet, order))}"`;
  const facts = `name="${escapeXml(name)}"${local}${hidden ? ' hidden="1"' : ""}`;
  return `<${prefix}definedName ${facts}>${escapeXml(formula)}</${prefix}definedName>`;
}

/**
 * The tab in front, and the first in sight, stay those that they were, or give way to the first that is seen.
 */
function viewSplices(map: WorkbookPart, order: readonly Tab[]): readonly Splice[] {
  return map.views.flatMap(({ from, to, value }) => {
    const before = map.sheets.at(value);
    const at = order.findIndex(({ listed }) => listed !== null && listed === before);
    const isSeen = at >= 0 && order[at].entry?.visibility !== "hidden";
    const now = isSeen
      ? at
      : Math.max(
          order.findIndex(({ entry }) => entry?.visibility === "visible"),
          0,
        );
    return now === value ? [] : [{ from, to, text: String(now) }];
  });
}

function calculationSplice({ calculation, calculationAt, prefix }: WorkbookPart): Splice {
  if (calculation === null) {
    return { from: calculationAt, to: calculationAt, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` };
  }
  const { fullOnLoad, nameEnd } = calculation;
  if (fullOnLoad !== null) return { from: fullOnLoad.from, to: fullOnLoad.to, text: "1" };
  return { from: nameEnd, to: nameEnd, text: ' fullCalcOnLoad="1"' };
}
