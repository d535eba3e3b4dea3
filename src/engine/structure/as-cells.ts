import { areaName } from "../address";
import type { Area } from "../address";
import { quotedSheet, rewriteFormula } from "../formula-references";
import type { Sheet } from "../sheet";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { stays } from "./reshape-step";
import type { Reshape } from "./reshape-step";

/** What a table that becomes plain cells does to formulas: they name its cells instead. */
export function asCells(workbook: Workbook, table: Table): Reshape {
  const wanted = table.name.toLowerCase();
  const place = placeOf(table);
  return {
    isByRow: true,
    formula: (text, home, row) =>
      rewriteFormula(text, {
        word: (word, brackets) => {
          if (word.toLowerCase() !== wanted) return word + (brackets ?? "");
          return cellsText(place, brackets ?? "", { home, row: row ?? null });
        },
        ...(home === table.sheet && isInside(workbook, table, row)
          ? { columns: (brackets) => cellsText(place, brackets, { home, row: row ?? null }) }
          : {}),
      }),
    area: stays,
  };
}

function isInside(workbook: Workbook, { sheet, area }: Table, row: number | undefined): boolean {
  return row !== undefined && workbook.sheets.includes(sheet) && row >= area.top && row <= area.bottom;
}

/** The table as it stood, since it will stand nowhere. */
interface Place {
  readonly sheet: Sheet;
  readonly name: string;
  readonly area: Area;
  readonly body: Area;
  readonly headers: readonly string[];
  readonly hasTotals: boolean;
}

function placeOf({ sheet, area, body, headers, hasTotals }: Table): Place {
  return { sheet, name: sheet.name, area, body, headers: [...headers], hasTotals };
}

interface Standing {
  readonly home: Sheet | null;
  readonly row: number | null;
}

function cellsText(place: Place, brackets: string, { home, row }: Standing): string {
  const isThisRow = /#this row|^\[@|\[@/i.test(brackets);
  const rows = isThisRow ? thisRow(place, row) : namedRows(place, brackets.toLowerCase());
  const columns = namedColumns(place, brackets);
  if (rows === null || columns === null) return "#REF!";
  const cells = marked({ ...rows, ...columns }, isThisRow);
  return home === place.sheet ? cells : `${quotedSheet(place.name)}!${cells}`;
}

type Rows = Pick<Area, "top" | "bottom">;

function thisRow({ body }: Place, row: number | null): Rows | null {
  return row === null || row < body.top || row > body.bottom ? null : { top: row, bottom: row };
}

function namedRows({ area, body, hasTotals }: Place, brackets: string): Rows | null {
  const says = (item: string): boolean => brackets.includes(`#${item}`);
  if (says("all")) return area;
  if (says("headers")) return { top: area.top, bottom: says("data") ? body.bottom : area.top };
  if (!says("totals")) return body;
  if (!hasTotals) return null;
  return { top: says("data") ? body.top : area.bottom, bottom: area.bottom };
}

/** The columns that the brackets name: all, one, or the first to the last of two. */
function namedColumns({ area, headers }: Place, brackets: string): Pick<Area, "left" | "right"> | null {
  const plain = /^\[@?((?:'.|[^[\]'#])+)\]$/.exec(brackets);
  const inner = [...brackets.matchAll(/\[((?:'.|[^[\]'#@])+)\]/g)].map(([, header]) => header);
  const named = plain === null ? inner : [plain[1]];
  const places = named.map((header) => placeOfHeader(headers, header));
  if (places.includes(-1)) return null;
  const from = places.at(0) ?? 0;
  const to = places.at(-1) ?? headers.length - 1;
  return { left: area.left + Math.min(from, to), right: area.left + Math.max(from, to) };
}

function placeOfHeader(headers: readonly string[], spelled: string): number {
  const wanted = spelled.replace(/'(.)/g, "$1").toLowerCase();
  return headers.findIndex((header) => header.toLowerCase() === wanted);
}

/** With dollar signs, but for the row where it is the formula's own. */
function marked(area: Area, isThisRow: boolean): string {
  return areaName(area).replace(/([A-Z]+)(\d+)/g, isThisRow ? "$$$1$2" : "$$$1$$$2");
}
