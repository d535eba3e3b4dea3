import { format } from "numfmt";
import { inDigits } from "../../number-text/display-text";
import type { CellError } from "../../cell";
import { wildcard, wildcardWithin } from "../criteria/wildcard";
import { numberOf, textOf, truthOf } from "../values/convert";
import { isGrid } from "../values/grid";
import type { Argument, Operand } from "../values/grid";
import { textOfNumber } from "../values/number-text";
import { areFine, failed, failureIn, isFailure } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";
import { endless, plain, single, whole } from "./function-spec";
import type { FunctionTable, Given } from "./function-spec";
import { eachValue } from "./numbers-in";

/** Excel holds no more letters in a cell. */
const longest = 32_767;

function limited(text: string): Scalar {
  return text.length > longest ? failed.value : text;
}

function left(given: Given): Scalar {
  const count = Math.trunc(given.number(1, 1));
  return count < 0 ? failed.value : given.text(0).slice(0, count);
}

function right(given: Given): Scalar {
  const count = Math.trunc(given.number(1, 1));
  const text = given.text(0);
  return count < 0 ? failed.value : text.slice(Math.max(0, text.length - count));
}

function middle(given: Given): Scalar {
  const from = Math.trunc(given.number(1)) - 1;
  const count = Math.trunc(given.number(2));
  return from < 0 || count < 0 ? failed.value : given.text(0).slice(from, from + count);
}

function find(given: Given): Scalar {
  const from = Math.trunc(given.number(2, 1)) - 1;
  const within = given.text(1);
  const place = from < 0 || from > within.length ? -1 : within.indexOf(given.text(0), from);
  return place < 0 ? failed.value : place + 1;
}

/** As FIND, but upper and lower case are one, and wildcards are known. */
function search(given: Given): Scalar {
  const from = Math.trunc(given.number(2, 1)) - 1;
  const within = given.text(1);
  if (from < 0 || from > within.length) return failed.value;
  const wanted = given.text(0);
  const rest = within.slice(from);
  const isPattern = wildcard(wanted) !== null;
  const place = isPattern
    ? rest.search(wildcardWithin(wanted))
    : rest.toLowerCase().indexOf(wanted.toLowerCase());
  return place < 0 ? failed.value : from + place + 1;
}

function replace(given: Given): Scalar {
  const from = Math.trunc(given.number(1)) - 1;
  const count = Math.trunc(given.number(2));
  const text = given.text(0);
  if (from < 0 || count < 0) return failed.value;
  return limited(text.slice(0, from) + given.text(3) + text.slice(from + count));
}

function substitute(given: Given): Scalar {
  const [text, old] = [given.text(0), given.text(1)];
  if (old === "") return text;
  if (given.isMissing(3)) return limited(text.replaceAll(old, () => given.text(2)));
  const nth = Math.trunc(given.number(3));
  if (nth < 1) return failed.value;
  let place = -1;
  for (let i = 0; i < nth; i++) {
    place = text.indexOf(old, place < 0 ? 0 : place + old.length);
    if (place < 0) return text;
  }
  return limited(text.slice(0, place) + given.text(2) + text.slice(place + old.length));
}

function repeated(given: Given): Scalar {
  const count = Math.trunc(given.number(1));
  return count < 0 || given.text(0).length * count > longest ? failed.value : given.text(0).repeat(count);
}

/** Blanks at both ends go, and of several between words one stays. Only the plain space counts. */
function trimmed(text: string): string {
  return text.replace(/ +/g, " ").replace(/^ | $/g, "");
}

function allTexts(args: readonly Argument[]): readonly string[] | CellError {
  const all: (string | CellError)[] = [];
  eachValue(args, (value) => all.push(textOf(value)));
  return areFine(all) ? all : failureIn(all);
}

function concatenated(args: readonly Argument[]): Operand {
  const texts = allTexts(args);
  return isFailure(texts) ? texts : limited(texts.join(""));
}

function textJoin([delimiter, skips, ...rest]: readonly Argument[]): Operand {
  const between = textOf(isGrid(delimiter) ? single(delimiter) : (delimiter ?? ""));
  const skip = truthOf(single(skips));
  const texts = allTexts(rest);
  if (isFailure(between)) return between;
  if (isFailure(skip)) return skip;
  if (isFailure(texts)) return texts;
  return limited((skip ? texts.filter((text) => text !== "") : texts).join(between));
}

/** A number by a format of Excel; a text goes through as the format says. */
function formatted(given: Given, at: World): Scalar {
  const value = given.value(0);
  const pattern = given.text(1);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const number = numberOf(value, at.date1904);
  if (typeof number !== "number") return shown(pattern, value, at);
  if (/^general$/i.test(pattern)) return textOfNumber(number);
  return shown(pattern, at.date1904 && isDated(pattern) ? number + 1462 : number, at);
}

function isDated(pattern: string): boolean {
  return /[ymdhs]/i.test(pattern.replace(/"[^"]*"|\\./g, ""));
}

function shown(pattern: string, value: Scalar, at: World): Scalar {
  if (pattern === "") return "";
  try {
    const seen = typeof value === "number" ? inDigits(value) : value;
    return format(pattern, seen, { locale: at.locale, throws: true });
  } catch {
    return failed.value;
  }
}

function valueOf(given: Given, at: World): Scalar {
  return numberOf(given.value(0), at.date1904);
}

/**
 * What is done to texts, and between texts and numbers. Letters are counted as UTF-16 code units, as Excel
 * does.
 */
export const texts: FunctionTable = {
  CHAR: plain("n", 1, (given) => {
    const code = Math.trunc(given.number(0));
    return code < 1 || code > 255 ? failed.value : String.fromCharCode(code);
  }),
  CLEAN: plain("t", 1, (given) => given.text(0).replace(/\p{Cc}/gu, "")),
  CODE: plain("t", 1, (given) => (given.text(0) === "" ? failed.value : given.text(0).charCodeAt(0))),
  CONCAT: whole(1, endless, concatenated),
  CONCATENATE: plain("t*", 1, (given) =>
    limited(Array.from({ length: given.count }, (_, i) => given.text(i)).join("")),
  ),
  EXACT: plain("tt", 2, (given) => given.text(0) === given.text(1)),
  FIND: plain("ttn", 2, find),
  LEFT: plain("tn", 1, left),
  LEN: plain("t", 1, (given) => given.text(0).length),
  LOWER: plain("t", 1, (given) => given.text(0).toLowerCase()),
  MID: plain("tnn", 3, middle),
  PROPER: plain("t", 1, (given) =>
    given
      .text(0)
      .toLowerCase()
      .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  REPLACE: plain("tnnt", 4, replace),
  REPT: plain("tn", 2, repeated),
  RIGHT: plain("tn", 1, right),
  SEARCH: plain("ttn", 2, search),
  SUBSTITUTE: plain("tttn", 3, substitute),
  T: plain("v", 1, (given) => (typeof given.value(0) === "string" ? given.value(0) : "")),
  TEXT: plain("vt", 2, formatted),
  TEXTJOIN: whole(3, endless, textJoin),
  TRIM: plain("t", 1, (given) => trimmed(given.text(0))),
  UNICHAR: plain("n", 1, (given) => {
    const code = Math.trunc(given.number(0));
    return code < 1 || code > 0x10ffff ? failed.value : String.fromCodePoint(code);
  }),
  UPPER: plain("t", 1, (given) => given.text(0).toUpperCase()),
  VALUE: plain("v", 1, valueOf),
};
