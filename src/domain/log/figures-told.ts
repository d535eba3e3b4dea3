import type { Book } from "../book/book";
import { figuresAt, kindOn, policiesOn, reasonsOn, termsOn, toldBefore } from "../book/closed-figures";
import { NONE } from "../book/lines";
import type { ItemFigures, ToldFigures } from "../book/masters";
import { COSTING_CODES, DEFAULT_SETTINGS, type Policies, POLICY_KEYS } from "../book/settings";
import type { Day } from "../kernel/day";
import { figure, powerOfTen, price, type Price } from "../kernel/numbers";
import { termsIn, termText } from "./closed-terms";
import { kindsIn, kindText, reasonsIn, reasonText } from "./closed-words";
import type { LogEntry, LogRow } from "./log-row";
import { listIn } from "./posted-cells";

/** The columns of the log under which a closing tells them: figures of items, words of settings. */
const ITEMS = "items";
const SETTINGS = "settings";
const TERMS = "terms";
const REASONS = "reasons";
const WAREHOUSES = "warehouses";
const MADE = "made";
/** A cell of a workbook takes 32,767 letters: what is told of many items goes into several. */
const MOST_LETTERS = 30_000;
/** In the order in which they are told, behind code and method. */
const FIGURES = [
  ...(["standardCost", "purchasePrice", "retailPrice", "taxRate", "weight", "volume"] as const),
] satisfies (keyof ItemFigures)[];

/**
 * What the closing of all up to a day tells of the figures that its rows are costed by, as columns and texts
 * of the log: the settings, terms, reasons and kinds of warehouses, of each item of the lines given what the
 * closing before told otherwise, and what goods came in at that jobs had made.
 */
export function figureTexts(
  book: Book,
  { lines, to, made }: { readonly lines: Int32Array; readonly to: Day; readonly made: ToldFigures["made"] },
): readonly Pick<LogEntry, "column" | "after">[] {
  const used = new Uint8Array(book.masters.items.length);
  for (const line of lines) if (book.lines.item[line] !== NONE) used[book.lines.item[line]] = 1;
  const texts = book.masters.items.flatMap(({ code }, item) => {
    const is = used[item] === 1 ? itemText(code, figuresAt(book, item, to)) : "";
    const was = is === "" ? null : toldBefore(book, item, to);
    return is === "" || (was !== null && itemText(code, was) === is) ? [] : [is];
  });
  const items = packed(texts).map((after) => ({ column: ITEMS, after }));
  const terms = packed(termsOn(book, to).map(termText)).map((after) => ({ column: TERMS, after }));
  const goods = packed([...made].map(([rowId, values]) => JSON.stringify([rowId, ...values])));
  const ofJobs = goods.map((after) => ({ column: MADE, after }));
  const settings = { column: SETTINGS, after: policiesText(policiesOn(book, to)) };
  return [settings, ...terms, ...wordTexts(book, to), ...items, ...ofJobs];
}

/** What reasons there are and of which kind warehouses are; that there is no reason is told as well. */
function wordTexts(book: Book, to: Day): readonly Pick<LogEntry, "column" | "after">[] {
  const reasons = packed(reasonsOn(book, to).map(reasonText));
  const kinds = book.masters.warehouses.map(({ code }, place) =>
    kindText({ code, kind: kindOn(book, place, to) }),
  );
  return [
    ...(reasons.length === 0 ? ["[]"] : reasons).map((after) => ({ column: REASONS, after })),
    ...packed(kinds).map((after) => ({ column: WAREHOUSES, after })),
  ];
}

function itemText(code: string, figures: ItemFigures): string {
  const said = FIGURES.map((id) => figures[id]).map((value) => (value === null ? null : figure(value, 6)));
  return JSON.stringify([code, figures.costing, ...said]);
}

function policiesText(policies: Policies): string {
  return JSON.stringify(POLICY_KEYS.map((key) => [key, policies[key]]));
}

/** Texts of a list's members as lists that fit into a cell each. */
function packed(texts: readonly string[]): readonly string[] {
  const lists: string[][] = [];
  let letters = Infinity;
  for (const text of texts) {
    letters += text.length + 1;
    if (letters > MOST_LETTERS) {
      lists.push([]);
      letters = text.length + 2;
    }
    lists.at(-1)?.push(text);
  }
  return lists.map((list) => `[${list.join(",")}]`);
}

const NOTHING = { items: new Map(), terms: [], reasons: null, kinds: new Map(), made: new Map() };

/**
 * By period: what its last closing told of figures, as rows of the log tell that are of periods; nothing of
 * a period that was opened since, or that was closed before figures were told.
 */
export function toldFigures(rows: readonly LogRow[]): ReadonlyMap<string, ToldFigures> {
  const told = new Map<string, ToldFigures>();
  const inTime = rows.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  for (const { action, number, column, after } of inTime) {
    if (action === "reopen") told.delete(number);
    if (action !== "close") continue;
    if (column === SETTINGS) told.set(number, { ...NOTHING, policies: policiesIn(after) });
    const known = told.get(number);
    if (known !== undefined) told.set(number, withTold(known, column, after));
  }
  return told;
}

/** What is told, and what one more row of the log tells. */
function withTold(known: ToldFigures, column: string, after: string): ToldFigures {
  if (column === TERMS) return { ...known, terms: [...known.terms, ...termsIn(after)] };
  if (column === REASONS) return { ...known, reasons: [...(known.reasons ?? []), ...reasonsIn(after)] };
  if (column === WAREHOUSES) return { ...known, kinds: new Map([...known.kinds, ...kindsIn(after)]) };
  if (column === ITEMS) return { ...known, items: new Map([...known.items, ...itemsIn(after)]) };
  if (column === MADE) return { ...known, made: new Map([...known.made, ...madeIn(after)]) };
  return known;
}

function madeIn(text: string): readonly (readonly [string, readonly number[]])[] {
  return listIn(text).flatMap((one): [string, number[]][] => {
    const all: readonly unknown[] = Array.isArray(one) ? one : [];
    const [rowId, ...said] = all;
    const values = said.filter((value) => typeof value === "number");
    return typeof rowId === "string" && values.length > 0 ? [[rowId, values]] : [];
  });
}

function itemsIn(text: string): readonly (readonly [string, ItemFigures])[] {
  return listIn(text).flatMap((one): [string, ItemFigures][] => {
    const all: readonly unknown[] = Array.isArray(one) ? one : [];
    const [code, costing, ...said] = all;
    if (typeof code !== "string") return [];
    const [standardCost, purchasePrice, retailPrice, taxRate, weight, volume] = FIGURES.map((_, at) =>
      priceIn(said[at]),
    );
    const method = COSTING_CODES.find((known) => known === costing) ?? null;
    const prices = { standardCost, purchasePrice, retailPrice, taxRate };
    return [[code, { costing: method, ...prices, weight, volume }]];
  });
}

/** In 10⁻⁶, as cells hold it. */
function priceIn(said: unknown): Price | null {
  return typeof said === "number" ? price(Math.round(said * powerOfTen(6))) : null;
}

/** What settings said; one that is not told, or of a later version, is as by default. */
function policiesIn(text: string): Policies {
  const said = new Map(
    listIn(text).flatMap((one): [unknown, unknown][] => {
      const all: readonly unknown[] = Array.isArray(one) ? one : [];
      return [[all[0], all[1]]];
    }),
  );
  const word = <K extends keyof Policies>(key: K, words: readonly Policies[K][]): Policies[K] =>
    words.find((known) => known === said.get(key)) ?? DEFAULT_SETTINGS[key];
  return {
    costingScope: word("costingScope", ["warehouse", "company"]),
    batchCost: word("batchCost", ["batch", "pooled"]),
    sameDayOrder: word("sameDayOrder", ["entry", "receiptsFirst"]),
    shortageCost: word("shortageCost", ["last", "zero"]),
    shortageSettlement: word("shortageSettlement", ["recost", "variance"]),
    landedCost: word("landedCost", ["retroactive", "remaining"]),
    accrual: word("accrual", ["difference", "reversal", "monthStart"]),
    salesReturnCost: word("salesReturnCost", ["original", "method"]),
    purchaseReturnCost: word("purchaseReturnCost", ["original", "method"]),
    countGainCost: word("countGainCost", ["current", "typed", "oldest"]),
    transferDate: word("transferDate", ["original", "transfer"]),
    taxpayer: word("taxpayer", ["general", "small"]),
    priceIncludesTax: word("priceIncludesTax", [true, false]),
  };
}
