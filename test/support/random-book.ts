import * as fc from "fast-check";
import type { JsonBook, Row } from "../oracle/oracle-book";
import { partnerOf, pick, slotFor } from "./random-desk";
import type { Desk, Sheet } from "./random-desk";
import { customers, masterTables, randomMasters, suppliers } from "./random-masters";
import type { Masters, Policies } from "./random-masters";
import { writeAssembly, writeDisassembly, writeProductionIssue, writeProductionReceipt } from "./random-made";
import {
  writeAllocation,
  writeCashTransfer,
  writeCounterReturn,
  writeCounterSale,
  writeOtherMoney,
  writeRefund,
  whoIsOwed,
  whoOwes,
} from "./random-money";
import {
  openingPartner,
  writeArrival,
  writeIssue,
  writeOpeningDebt,
  writeOpeningMoney,
  writeOtherIn,
  writePayment,
  writeSending,
  writeStocktake,
  writeTransfer,
} from "./random-stock";
import { randomStep } from "./random-steps";
import type { Step } from "./random-steps";
import {
  writeDelivery,
  writePlan,
  writePurchaseInvoice,
  writePurchaseReturn,
  writeReceipt,
  writeSalesInvoice,
  writeSalesReturn,
} from "./random-trade";
import type { Writer } from "./random-trade";
import { writeAdjustment, writeCharge } from "./random-worth";

/**
 * What a random book may be like; `types` limits the documents (all when empty), `policies` fixes settings,
 * `without` names costing methods that no item has, "change" that none changes; with `changesShort` they
 * change where stock may run short, too.
 */
export interface DraftBookOptions {
  readonly minDrafts?: number;
  readonly maxDrafts?: number;
  readonly types?: readonly string[];
  readonly policies?: Policies;
  readonly without?: readonly string[];
  readonly changesShort?: boolean;
}

/**
 * Books that stand although nobody judged them: trade, transfers and counts alone, costed by the two methods
 * that need nothing of an item.
 */
export const plainTrade = {
  types: "RK CF CT CK XF XT XS DB PD BS QR QC KZ SK FK".split(" "),
  policies: { batchCost: "batch", shortageSettlement: "recost" },
  without: ["lifo", "monthly-average", "batch", "standard", "change"],
} satisfies DraftBookOptions;

interface Kind {
  readonly table: string;
  readonly write: Writer;
  /** Whose opening it is, or whose debt or credit is settled; other documents follow their type. */
  readonly partner?: (step: Step, desk: Desk) => string;
}

const kinds: Readonly<Record<string, Kind | undefined>> = {
  RK: { table: "purchases", write: writeReceipt },
  CF: { table: "purchases", write: writePurchaseInvoice },
  CT: { table: "purchases", write: writePurchaseReturn },
  FT: { table: "purchases", write: writeCharge },
  CK: { table: "sales", write: writeDelivery },
  XF: { table: "sales", write: writeSalesInvoice },
  XT: { table: "sales", write: writeSalesReturn },
  XS: { table: "sales", write: writePlan },
  DB: { table: "stock", write: writeTransfer },
  DC: { table: "stock", write: writeSending },
  DR: { table: "stock", write: writeArrival },
  PD: { table: "stock", write: writeStocktake },
  BY: { table: "stock", write: writeOtherIn },
  CB: { table: "stock", write: writeAdjustment },
  ZX: { table: "stock", write: writeAssembly },
  CJ: { table: "stock", write: writeDisassembly },
  LL: { table: "stock", write: writeProductionIssue },
  CP: { table: "stock", write: writeProductionReceipt },
  BS: { table: "stock", write: writeIssue },
  QC: { table: "stock", write: writeIssue },
  QR: { table: "stock", write: writeOtherIn },
  LS: { table: "sales", write: writeCounterSale },
  LT: { table: "sales", write: writeCounterReturn },
  QG: { table: "purchases", write: writePlan },
  XJ: { table: "purchases", write: writePlan },
  CH: { table: "purchases", write: writePlan },
  CG: { table: "purchases", write: writePlan },
  BJ: { table: "sales", write: writePlan },
  XH: { table: "sales", write: writePlan },
  FQ: { table: "payments", write: writeOtherMoney },
  HX: { table: "payments", write: writeAllocation, partner: whoOwes },
  TK: { table: "payments", write: writeRefund, partner: whoIsOwed },
  SR: { table: "payments", write: writeOtherMoney },
  ZC: { table: "payments", write: writeOtherMoney },
  ZJ: { table: "payments", write: writeCashTransfer },
  SK: { table: "payments", write: writePayment },
  FK: { table: "payments", write: writePayment },
};

const openings: readonly Kind[] = [
  { table: "stock", write: writeOtherIn },
  { table: "stock", write: writeOtherIn },
  { table: "sales", write: writeOpeningDebt, partner: (step) => pick(customers, step.partner) },
  { table: "purchases", write: writeOpeningDebt, partner: (step) => pick(suppliers, step.partner) },
  { table: "payments", write: writeOpeningMoney, partner: (step) => openingPartner(step.twist) },
];

function kindOf(step: Step): Kind {
  return kinds[step.type] ?? pick(openings, step.twist);
}

const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function base32(value: number, length: number): string {
  const last = digits.charAt(value % 32);
  return length === 1 ? last : base32(Math.floor(value / 32), length - 1) + last;
}

/** A ULID: places of entry in its time part, lines (from 0, at most 31) in its last character. */
function ulid(entered: number, line: number): string {
  const noise = (entered * 7919 + 104_729) % 1_000_003;
  return base32(1_700_000_000_000 + entered, 10) + base32(noise, 15) + base32(line, 1);
}

function dateOf(day: number): string {
  const inMonth = (day % 31) + 1;
  return `2026-${day < 31 ? "01" : "02"}-${String(inMonth).padStart(2, "0")}`;
}

function headOf(sheet: Sheet): Row {
  const { step, partner, date, draft } = sheet;
  const time = step.time === "" ? {} : { time: step.time };
  return { type: step.type, draft, date, ...time, ...(partner === "" ? {} : { partner }) };
}

interface Placed {
  readonly step: Step;
  readonly index: number;
  readonly entered: number;
}

interface Written {
  readonly index: number;
  readonly table: string;
  readonly rows: readonly Row[];
}

function write(desk: Desk, { step, index, entered }: Placed): Written {
  const kind = kindOf(step);
  const warehouse = pick(desk.masters.warehouses, step.warehouse);
  const partner = kind.partner?.(step, desk) ?? partnerOf(step);
  const head = { desk, step, date: dateOf(step.day), draft: `D${index + 1}`, partner, warehouse };
  const sheet: Sheet = { ...head, effects: [], impossible: false };
  const rows = step.lines.flatMap((line, at) => {
    const rowId = ulid(entered, at);
    const columns = kind.write(slotFor(sheet, line, rowId));
    return columns === null ? [] : [{ rowId, line: at + 1, status: "draft", ...headOf(sheet), ...columns }];
  });
  if (!sheet.impossible) for (const effect of sheet.effects) effect();
  return { index, table: kind.table, rows };
}

/**
 * Writes the documents in business order, so that refs point back, and lays them down in the order of
 * `steps`.
 */
function draftBook(masters: Masters, steps: readonly Step[]): JsonBook {
  const desk: Desk = {
    masters,
    stock: new Map(),
    receipts: [],
    deliveries: [],
    plans: [],
    sent: [],
    counter: [],
    credits: [],
    debts: [],
  };
  const byEntry = steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => a.step.entered - b.step.entered);
  const placed = byEntry.map((one, entered) => ({ ...one, entered }));
  const key = (one: Placed): string => `${dateOf(one.step.day)} ${one.step.time || "00:00:00"}`;
  const inOrder = placed.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.entered - b.entered));
  const written = inOrder.map((one) => write(desk, one)).sort((a, b) => a.index - b.index);
  const tables = ["purchases", "sales", "stock", "payments"].map((table) => {
    const rows = written.filter((one) => one.table === table).flatMap((one) => one.rows);
    return [table, rows] satisfies [string, readonly Row[]];
  });
  return { ...masterTables(masters), ...Object.fromEntries(tables) };
}

/**
 * Books of drafts (CONTRACT §1): every row with its rowId, type, date and draft mark; rowIds in no relation
 * to dates; refs by rowId and always to an earlier row. Most drafts can be posted, some ask for more than
 * there is.
 */
export function draftBooks(options: DraftBookOptions = {}): fc.Arbitrary<JsonBook> {
  const { minDrafts = 5, maxDrafts = 200, types = [], policies = {}, without = [], changesShort } = options;
  const steps = fc.array(randomStep(types), { minLength: minDrafts, maxLength: maxDrafts, size: "max" });
  return fc
    .tuple(randomMasters({ policies, without, changesShort }), steps)
    .map(([masters, made]) => draftBook(masters, made));
}

/** Books as most are tried by laws: short ones, now and then one of up to 200 documents. */
export function mixedBooks(options: Omit<DraftBookOptions, "minDrafts" | "maxDrafts"> = {}) {
  return fc.oneof(
    { weight: 96, arbitrary: draftBooks({ ...options, minDrafts: 5, maxDrafts: 15 }) },
    { weight: 3, arbitrary: draftBooks({ ...options, minDrafts: 15, maxDrafts: 60 }) },
    { weight: 1, arbitrary: draftBooks({ ...options, minDrafts: 60, maxDrafts: 200 }) },
  );
}

/** Of how many documents a book may be. */
type Size = Required<Pick<DraftBookOptions, "minDrafts" | "maxDrafts">>;

/** Books of any making, nearly all of a few documents, now and then one of up to 40. */
export function shortBooks<T>(booksOf: (size: Size) => fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 97, arbitrary: booksOf({ minDrafts: 3, maxDrafts: 10 }) },
    { weight: 3, arbitrary: booksOf({ minDrafts: 10, maxDrafts: 40 }) },
  );
}

/** The one book of a seed, the same on every machine. */
export function sampleDraftBook(seed: number, options: DraftBookOptions = {}): JsonBook {
  const book = fc.sample(draftBooks(options), { seed, numRuns: 1 }).at(0);
  if (book === undefined) throw new Error(`no book for seed ${seed}`);
  return book;
}

/** The same rows of every table in another order, decided by the seed. */
export function permuted(book: JsonBook, seed: number): JsonBook {
  let state = seed % 2_147_483_647;
  const draw = (): number => (state = (state * 48_271 + 11) % 2_147_483_647);
  const tables = Object.entries(book).map(([table, rows]) => {
    const drawn = (rows ?? []).map((row) => ({ row, place: draw() })).sort((a, b) => a.place - b.place);
    return [table, drawn.map(({ row }) => row)] satisfies [string, readonly Row[]];
  });
  return Object.fromEntries(tables);
}
