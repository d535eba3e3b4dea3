import type { Account, Item, Partner, Warehouse } from "../domain/book/masters";
import { type Lines, NONE, REGISTERS, STATUSES } from "../domain/book/lines";
import { COSTING_CODES } from "../domain/book/settings";
import type { Finding } from "../domain/kernel/finding";
import { price, scaled } from "../domain/kernel/numbers";
import { costingsFirstTold, type CostingTold } from "../domain/log/costing-told";
import { otherUnitsTold } from "../domain/log/units-told";
import type { TableCells } from "../workbook/port";
import { rowsOfActions } from "./read-log";

const POSTED = STATUSES.indexOf("posted");
const VOID = STATUSES.indexOf("void");
/** Tables whose members are shown though they are gone. */
const KEPT = ["items", "warehouses", "partners", "accounts"] as const;

/** Members that posted rows name and that are no longer in their tables; rows = of so many. */
export interface GoneMember {
  readonly table: (typeof KEPT)[number];
  readonly code: string;
  readonly rows: number;
  /** Whether a posted row names a batch with it. */
  readonly batched: boolean;
  /** How it was costed when it was first posted; null = the log does not tell. */
  readonly costing: CostingTold | null;
  /** The unit of an item's own stock, as its rows name it; "" = not known. */
  readonly unit: string;
}

/** The line of a register that a finding lies in; NONE = in none. */
function lineOf({ offsets }: Lines, { table, row }: Finding): number {
  const register = REGISTERS.findIndex((id) => id === table);
  return register === NONE || row === 0 ? NONE : offsets[register] + row - 1;
}

/** What a row of a register names and what cannot be found in a table of masters. */
interface Unknown {
  readonly line: number;
  readonly table: string;
  readonly code: string;
}

/** Of an UNKNOWN_CODE in a row of a register what is unknown; null for all else. */
function unknownIn(lines: Lines, found: Finding): Unknown | null {
  const line = found.code === "UNKNOWN_CODE" ? lineOf(lines, found) : NONE;
  if (line === NONE) return null;
  return { line, table: String(found.facts["register"]), code: String(found.facts["value"]) };
}

/** What posted rows name of the masters that is not there any more, in the order of the rows. */
export function goneMembers(
  found: readonly Finding[],
  lines: Lines,
  logs: readonly TableCells[],
): readonly GoneMember[] {
  const posted = found
    .map((one) => unknownIn(lines, one))
    .filter((one) => one !== null)
    .filter(({ line }) => counts(lines, line));
  if (posted.length === 0) return [];
  const posts = logs.flatMap((log) => rowsOfActions(log, POSTS));
  const told = costingsFirstTold(posts);
  const others = otherUnitsTold(posts.map(({ after }) => after));
  return KEPT.flatMap((table) => {
    const own = posted.filter((one) => one.table === table);
    return [...new Set(own.map(({ code }) => code))].map((code) => {
      const naming = own.filter((one) => one.code === code);
      const batched = naming.some(({ line }) => lines.batch[line] !== "");
      const costing = table === "items" ? (told.get(code) ?? null) : null;
      const unit = costing === null ? "" : ownUnit(naming, lines, others.get(code));
      return { table, code, rows: naming.length, batched, costing, unit };
    });
  });
}

/** The unit that rows name and that the log does not tell as another than the item's own; "" = none. */
function ownUnit(rows: readonly Unknown[], { unit }: Lines, others: ReadonlySet<string> = new Set()): string {
  return rows.map(({ line }) => unit[line]).find((name) => name !== "" && !others.has(name)) ?? "";
}

const POSTS: ReadonlySet<string> = new Set(["post"]);

function counts({ status }: Lines, line: number): boolean {
  return status[line] >= POSTED && status[line] !== VOID;
}

/** What was found before of members that are gone; they stay unknown to drafts. */
export function findingsOfGone(
  found: readonly Finding[],
  lines: Lines,
  gone: readonly GoneMember[],
): readonly Finding[] {
  const codes = new Set(gone.map(({ table, code }) => `${table} ${code}`));
  return found.filter((one) => {
    const unknown = unknownIn(lines, one);
    return unknown !== null && codes.has(`${unknown.table} ${unknown.code}`);
  });
}

/** Takes out of drafts again what they name of members that are gone: a draft with one cannot be posted. */
export function leaveUnknown(lines: Lines, of: readonly Finding[]): void {
  for (const one of of) {
    const line = lineOf(lines, one);
    const column = NAMING.find((id) => id === one.column);
    if (column === undefined || lines.status[line] >= POSTED) continue;
    lines.faulty[line] = 1;
    lines[column][line] = NONE;
  }
}

const NAMING = ["item", "warehouse", "toWarehouse", "partner", "account", "toAccount"] as const;

/** Members as far as rows and log tell of them, to stand behind those of the tables. */
export function standIns(gone: readonly GoneMember[]): {
  readonly items: readonly Item[];
  readonly warehouses: readonly Warehouse[];
  readonly partners: readonly Partner[];
  readonly accounts: readonly Account[];
} {
  const of = (table: GoneMember["table"]): readonly GoneMember[] => gone.filter((one) => one.table === table);
  return {
    items: of("items").map(itemOf),
    warehouses: of("warehouses").map(({ code }) => ({
      code,
      name: code,
      kind: "main",
      allowNegative: false,
    })),
    partners: of("partners").map(({ code }) => ({ ...PARTNER, code, name: code })),
    accounts: of("accounts").map(({ code }) => ({ code, name: code, overdraft: null })),
  };
}

const PARTNER = {
  ...{ supplier: true, customer: true, grade: "", priceGrade: "", terms: "" },
  ...{ creditLimit: null, overdueControl: null, taxRate: null, inactive: false },
} as const;

const PLANNING: Item["planning"] = {
  ...{ leadDays: null, minOrder: null, orderMultiple: null, minStock: null, maxStock: null },
  ...{ safetyStock: null, serviceLevel: null, orderCost: null, holdingRate: null, shortageUnitCost: null },
};

const ITEM = {
  ...{ spec: "", category: "", barcode: "", unit: "", decimals: null, serialized: false, shelfDays: null },
  ...{ supplier: NONE, warehouse: NONE, bin: "", purchasePrice: null, retailPrice: null },
  ...{ wholesalePrice: null, floorPrice: null, taxRate: null, weight: null, volume: null, inactive: false },
  planning: PLANNING,
} as const;

function itemOf({ code, batched, costing, unit }: GoneMember): Item {
  const standard = costing === null || costing.standardCost === "" ? NaN : Number(costing.standardCost);
  return {
    ...{ ...ITEM, code, name: code, batched, unit, service: costing?.kind === "service" },
    costing: COSTING_CODES.find((method) => method === costing?.costing) ?? null,
    standardCost: Number.isNaN(standard) ? null : price(scaled(standard, 6)),
  };
}
