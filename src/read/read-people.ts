import type { Budget, Category, Reason, StaffMember, Target } from "../domain/book/masters";
import { money } from "../domain/kernel/numbers";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { cashDirections, vatTreatments } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { flagLookup, wordLookup } from "./cells/lookup";
import { BLANK, filledRows, flagAt, memberRows, numberAt, placeAt, textAt, wordAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns } from "./table-columns";

/** The language of words, and how many decimals money has. */
export interface PlainReading {
  readonly language: Language;
  readonly moneyDecimals: number;
}

/** Who works with the book. Raises REQUIRED and DUPLICATE_KEY. */
export function readStaff(
  source: Source | null,
  { language, moneyDecimals }: PlainReading,
  found: Finding[],
): readonly StaffMember[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    codes: columns.texts("code"),
    names: columns.texts("name"),
    posts: columns.texts("post"),
    limits: columns.amounts("approveLimit", moneyDecimals),
    inactive: columns.choices("inactive", BLANK, () => flagLookup(language)),
  });
  return memberRows(columns, { id: "code", keys: read.codes, names: read.codes }).map((row) => ({
    code: textAt(read.codes, row),
    name: textAt(read.names, row),
    post: textAt(read.posts, row),
    approveLimit: Number.isNaN(read.limits[row]) ? null : money(read.limits[row] ?? 0),
    inactive: flagAt(read.inactive, row),
  }));
}

/** What income and expenses are for. Raises REQUIRED and DUPLICATE_KEY. */
export function readCategories(
  source: Source | null,
  language: Language,
  found: Finding[],
): readonly Category[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    codes: columns.texts("code"),
    names: columns.texts("name"),
    directions: columns.choices("direction", BLANK, () => wordLookup(cashDirections, language)),
  });
  return memberRows(columns, { id: "code", keys: read.codes, names: read.codes }).map((row) => ({
    code: textAt(read.codes, row),
    name: textAt(read.names, row),
    direction: wordAt(read.directions, row, cashDirections) as Category["direction"],
  }));
}

/** Why things are written off or given away. Raises REQUIRED and DUPLICATE_KEY. */
export function readReasons(source: Source | null, language: Language, found: Finding[]): readonly Reason[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    codes: columns.texts("code"),
    names: columns.texts("name"),
    accounts: columns.texts("account"),
    vat: columns.choices("vat", BLANK, () => wordLookup(vatTreatments, language)),
  });
  return memberRows(columns, { id: "code", keys: read.codes, names: read.codes }).map((row) => ({
    code: textAt(read.codes, row),
    name: textAt(read.names, row),
    account: textAt(read.accounts, row),
    vat: (wordAt(read.vat, row, vatTreatments) ?? "none") as Reason["vat"],
  }));
}

/** What is to be sold in a period, in the order of the sheet. Raises REQUIRED. */
export function readTargets(
  source: Source | null,
  { items, moneyDecimals }: { readonly items: Lookup; readonly moneyDecimals: number },
  found: Finding[],
): readonly Target[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    periods: columns.texts("period"),
    people: columns.texts("person"),
    item: columns.codes("item", items),
    categories: columns.texts("category"),
    values: columns.amounts("value", moneyDecimals),
  });
  return filledRows(columns, [{ id: "period", isBlank: (row) => read.periods[row] === "" }]).map((row) => ({
    period: textAt(read.periods, row),
    person: textAt(read.people, row),
    item: placeAt(read.item, row),
    category: textAt(read.categories, row),
    value: numberAt(read.values, row),
  }));
}

/** What may be spent or is to come in in a period, in the order of the sheet. Raises REQUIRED. */
export function readBudgets(
  source: Source | null,
  { moneyDecimals }: { readonly moneyDecimals: number },
  found: Finding[],
): readonly Budget[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    periods: columns.texts("period"),
    categories: columns.texts("category"),
    accounts: columns.texts("account"),
    values: columns.amounts("value", moneyDecimals),
  });
  return filledRows(columns, [{ id: "period", isBlank: (row) => read.periods[row] === "" }]).map((row) => ({
    period: textAt(read.periods, row),
    category: textAt(read.categories, row),
    account: textAt(read.accounts, row),
    value: numberAt(read.values, row),
  }));
}
