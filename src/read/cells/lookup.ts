import { nearest } from "../../domain/kernel/nearest";
import { titleIn, type Language, type Title } from "../../domain/kernel/title";
import { folded } from "../../registers/names";
import type { Word } from "../../registers/definition";
import type { Cell } from "../../workbook/port";
import { misread, type CellColumn, type Lookup, type Misread } from "./cell-column";
import { decodeText } from "./text";

/** A lookup that works out each distinct cell once; `find` gets text that is not blank. */
export function remembering(find: (text: string) => number | Misread): Lookup {
  const met = new Map<Cell, number | Misread | null>();
  const meet = (cell: Cell): number | Misread | null => {
    const text = decodeText(cell);
    if (typeof text !== "string") return text;
    return text === "" ? null : find(text);
  };
  return {
    find: (cell) => {
      const known = met.get(cell);
      if (known !== undefined) return known;
      const found = meet(cell);
      met.set(cell, found);
      return found;
    },
  };
}

/** Where the words of each list stand in it: lists are few and never change. */
const placesOf = new WeakMap<readonly Word[], ReadonlyMap<string, number>>();

function wordPlaces(words: readonly Word[]): ReadonlyMap<string, number> {
  const known = placesOf.get(words);
  if (known !== undefined) return known;
  const places = new Map(
    words.flatMap(({ code, title }, i) => [code, title.zh, title.en].map((name) => [folded(name), i])),
  );
  placesOf.set(words, places);
  return places;
}

/** Words of a list by their place in it: known by code or by either title. Others are UNKNOWN_WORD. */
export function wordLookup(words: readonly Word[], language: Language): Lookup {
  const places = wordPlaces(words);
  const allowed = (): string => words.map((word) => titleIn(language, word.title)).join(", ");
  return remembering(
    (text) => places.get(folded(text)) ?? misread("UNKNOWN_WORD", text, { allowed: allowed() }),
  );
}

const YES = ["是", "yes", "y", "true", "1", "√", "✓", "✔", "对", "有"];
const NO = ["否", "no", "n", "false", "0", "×", "✗", "✘", "x", "无"];
const flags = new Map([...YES.map((word) => [word, 1] as const), ...NO.map((word) => [word, 0] as const)]);

/** Yes as 1 and no as 0, in either language, as a tick, as 1 or 0. Others are UNKNOWN_WORD. */
export function flagLookup(language: Language): Lookup {
  const allowed = language === "zh-CN" ? "是, 否" : "Yes, No";
  return remembering((text) => flags.get(text.toLowerCase()) ?? misread("UNKNOWN_WORD", text, { allowed }));
}

/** A type of document as the reader knows it: what it is called, and in which register it may stand. */
export interface TypeName {
  readonly code: string;
  readonly title: Title;
  readonly register: string;
}

/** The name of a type without the 单 that may end it. */
function bare(name: string): string {
  const text = folded(name);
  return text.length > 1 && text.endsWith("单") ? text.slice(0, -1) : text;
}

/** The types of one register: their places by name, and all their names. */
interface TypesKnown {
  readonly places: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

const typesKnown = new WeakMap<readonly TypeName[], Map<string, TypesKnown>>();

function typesOf(types: readonly TypeName[], register: string): TypesKnown {
  const byRegister = typesKnown.get(types) ?? new Map<string, TypesKnown>();
  typesKnown.set(types, byRegister);
  const known = byRegister.get(register);
  if (known !== undefined) return known;
  const places = new Map<string, number>();
  const names: string[] = [];
  types.forEach(({ code, title, register: own }, i) => {
    if (own !== register) return;
    for (const name of [code, title.zh, title.en]) places.set(bare(name), i);
    names.push(title.zh, title.en, code);
  });
  const found = { places, names };
  byRegister.set(register, found);
  return found;
}

/**
 * Types of one register by their place in the whole list: by code or title, with or without 单. Others are
 * UNKNOWN_TYPE.
 */
export function typeLookup(types: readonly TypeName[], register: string): Lookup {
  const { places, names } = typesOf(types, register);
  return remembering(
    (text) =>
      places.get(bare(text)) ?? misread("UNKNOWN_TYPE", text, { nearest: nearest(bare(text), names) }),
  );
}

/** Places of a column's codes or words in what the lookup knows; blank cells are left as they are. */
export function decodeFound(column: CellColumn, into: Int32Array | Uint8Array, lookup: Lookup): void {
  const { cells, at, report } = column;
  let last: Cell = null;
  let known = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null;
    if (cell === null) continue;
    const found = cell === last ? known : lookup.find(cell);
    if (typeof found === "number") {
      into[at + i] = found;
      known = found;
      last = cell;
    } else if (found !== null) report(i, found);
  }
}
