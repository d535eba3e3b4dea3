import { areaName } from "../address";
import type { Area } from "../address";
import type { ColumnLook, Sheet } from "../sheet";
import { outerWidth } from "./sheet-part";

/** The part of a view that says which rows and columns stay in sight; "" where none do. */
export function paneXml({ frozenRows, frozenColumns }: Sheet, prefix = ""): string {
  if (frozenRows === 0 && frozenColumns === 0) return "";
  const splits = [
    ...(frozenColumns > 0 ? [`xSplit="${String(frozenColumns)}"`] : []),
    ...(frozenRows > 0 ? [`ySplit="${String(frozenRows)}"`] : []),
  ];
  const corner = areaName({ top: frozenRows, bottom: frozenRows, left: frozenColumns, right: frozenColumns });
  const vertical = frozenRows > 0 ? "bottom" : "top";
  const active = frozenColumns > 0 ? `${vertical}Right` : `${vertical}Left`;
  return `<${prefix}pane ${splits.join(" ")} topLeftCell="${corner}" activePane="${active}" state="frozen"/>`;
}

/** The views of a sheet that has none yet. */
export function viewsXml(sheet: Sheet, prefix = ""): string {
  const pane = paneXml(sheet, prefix);
  const view = `${prefix}sheetView`;
  const inside =
    pane === "" ? `<${view} workbookViewId="0"/>` : `<${view} workbookViewId="0">${pane}</${view}>`;
  return `<${prefix}sheetViews>${inside}</${prefix}sheetViews>`;
}

/** How deep the groups of rows and of columns go. */
export function outlineDepths({ looks, rowLooks }: Sheet): {
  readonly rows: number;
  readonly columns: number;
} {
  return { rows: deepest(rowLooks.values()), columns: deepest(looks.values()) };
}

function deepest(looks: Iterable<{ readonly outline: number }>): number {
  let most = 0;
  for (const { outline } of looks) most = Math.max(most, outline);
  return most;
}

/** What is said of rows and columns at large. */
export function formatXml(sheet: Sheet, prefix = ""): string {
  const { rows, columns } = outlineDepths(sheet);
  const depths = [
    rows > 0 ? ` outlineLevelRow="${String(rows)}"` : "",
    columns > 0 ? ` outlineLevelCol="${String(columns)}"` : "",
  ];
  return `<${prefix}sheetFormatPr defaultRowHeight="15"${depths.join("")}/>`;
}

/** How the columns stand; the one behind a closed group bears the sign to open it. */
export function columnsXml({ looks }: Sheet, prefix = ""): string {
  if (looks.size === 0) return "";
  const all = new Map(looks);
  for (const [column, { outline }] of looks) {
    if (outline > 0 && !all.has(column + 1))
      all.set(column + 1, { width: null, hidden: false, outline: 0, style: 0 });
  }
  const runs = runsOf([...all].sort(([a], [b]) => a - b));
  const columns = runs.map((run) => columnXml(run, all.get(run.from - 1), prefix));
  return `<${prefix}cols>${columns.join("")}</${prefix}cols>`;
}

interface ColumnRun {
  readonly from: number;
  readonly to: number;
  readonly look: ColumnLook;
}

/** Neighbours that share one look are written as one. */
function runsOf(columns: readonly (readonly [number, ColumnLook])[]): readonly ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (const [column, look] of columns) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === column - 1 && last.look === look)
      runs[runs.length - 1] = { ...last, to: column };
    else runs.push({ from: column, to: column, look });
  }
  return runs;
}

function columnXml({ from, to, look }: ColumnRun, before: ColumnLook | undefined, prefix: string): string {
  const { style, hidden, outline } = look;
  const closesGroup = before !== undefined && before.outline > outline && before.hidden;
  const marks = [
    style > 0 ? ` style="${String(style)}"` : "",
    hidden ? ` hidden="1"` : "",
    outline > 0 ? ` outlineLevel="${String(outline)}"` : "",
    closesGroup ? ` collapsed="1"` : "",
  ];
  const size = `width="${String(outerWidth(look.width ?? 9))}" customWidth="1"`;
  return `<${prefix}col min="${String(from + 1)}" max="${String(to + 1)}" ${size}${marks.join("")}/>`;
}

/** The merged cells of a sheet; "" where there are none. */
export function mergesXml(merges: readonly Area[], prefix = ""): string {
  if (merges.length === 0) return "";
  const cells = merges.map((area) => `<${prefix}mergeCell ref="${areaName(area)}"/>`).join("");
  return `<${prefix}mergeCells count="${String(merges.length)}">${cells}</${prefix}mergeCells>`;
}

/** The colour of a sheet's tab; "" where it has none. */
export function tabColorXml({ tabColor }: Sheet, prefix = ""): string {
  return tabColor === null ? "" : `<${prefix}tabColor rgb="FF${tabColor}"/>`;
}

/** References to the tables of a sheet; "" where there are none. */
export function tablePartsXml(relations: readonly string[], prefix: string, relationPrefix: string): string {
  if (relations.length === 0) return "";
  const parts = relations.map((id) => `<${prefix}tablePart ${relationPrefix}id="${id}"/>`).join("");
  return `<${prefix}tableParts count="${String(relations.length)}">${parts}</${prefix}tableParts>`;
}
