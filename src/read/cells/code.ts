import { nearest } from "../../domain/kernel/nearest";
import { misread, type Lookup, type Misread } from "./cell-column";
import { remembering } from "./lookup";

const MOST_COMPARED = 50_000;
const MOST_NAMED = 5;

/** A member of a master table by what a person may call it. */
export interface Coded {
  readonly code: string;
  readonly name: string;
  readonly barcode?: string;
}

/** A pack of goods by the barcode on it; it belongs to the member at a place. */
export interface Pack {
  readonly barcode: string;
  readonly item: number;
}

/** Where each name leads: a member's place, or all the places where several bear it; packs come after. */
function byName(members: readonly Coded[], packs: readonly Pack[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const add = (name: string, i: number): void => {
    const known = places.get(name);
    if (name === "" || known?.at(-1) === i) return;
    if (known === undefined) places.set(name, [i]);
    else known.push(i);
  };
  members.forEach(({ code, name, barcode }, i) => {
    for (const each of new Set([code.toLowerCase(), barcode ?? "", name.toLowerCase()])) add(each, i);
  });
  packs.forEach(({ barcode }, i) => {
    add(barcode, members.length + i);
  });
  return places;
}

/** A code of digits alone without the zeros before it, which a spreadsheet drops; null for any other. */
function withoutZeros(code: string): string | null {
  return /^\d+$/.test(code) ? code.replace(/^0+/, "") : null;
}

/** The first code of digits alone by those digits without the zeros before them. */
function byNumber(members: readonly Coded[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { code } of members) {
    const number = withoutZeros(code);
    if (number !== null && !codes.has(number)) codes.set(number, code);
  }
  return codes;
}

/**
 * Members of a master by their place in its list: by code, else by barcode, name or code in another case
 * where only one bears it. UNKNOWN_CODE names the nearest code (while looking for it stays cheap);
 * AMBIGUOUS_NAME names the codes. The barcode of a pack answers the pack's place, counted on after the
 * members.
 */
export function codeLookup(register: string, members: readonly Coded[], packs: readonly Pack[] = []): Lookup {
  const places = new Map(members.map(({ code }, i) => [code, i]));
  let names: ReadonlyMap<string, readonly number[]> | null = null;
  let compared = 0;
  let bare: ReadonlyMap<string, string> | null = null;
  const sameNumber = (value: string): string | null => {
    const number = withoutZeros(value);
    if (number === null) return null;
    bare ??= byNumber(members);
    return bare.get(number) ?? null;
  };
  const unknown = (value: string): Misread => {
    const padded = sameNumber(value);
    compared += members.length;
    if (padded !== null || compared > MOST_COMPARED)
      return misread("UNKNOWN_CODE", value, { register, nearest: padded });
    const close = nearest(
      value,
      members.flatMap(({ code, name }) => [code, name]),
    );
    const member = members.find(({ code, name }) => code === close || name === close);
    return misread("UNKNOWN_CODE", value, { register, nearest: member?.code ?? null });
  };
  return remembering((text) => {
    const place = places.get(text);
    if (place !== undefined) return place;
    names ??= byName(members, packs);
    const bearers = names.get(text.toLowerCase()) ?? [];
    if (bearers.length > 1)
      return ambiguous(
        text,
        register,
        bearers.map((i) => members[i < members.length ? i : packs[i - members.length].item].code),
      );
    return bearers[0] ?? unknown(text);
  });
}

function ambiguous(value: string, register: string, codes: readonly string[]): Misread {
  const more = codes.length > MOST_NAMED ? " …" : "";
  return misread("AMBIGUOUS_NAME", value, { register, codes: codes.slice(0, MOST_NAMED).join(", ") + more });
}
