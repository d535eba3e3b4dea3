import { type Lines, NONE } from "../../book/lines";
import type { Documents } from "../../documents/group";
import { linesOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { comesIn } from "../../documents/roles";

const CONVERTS = documentTypes.map(({ stock }) => stock === "convert");

/**
 * The same lines, those of an assembly or disassembly together where its first one stands, what goes out
 * before what comes in: so its goods are there, and their cost is known, when the product is made of them.
 * Where one is taken back, what came in goes out before the rest comes back.
 */
export function conversionsTogether(lines: Lines, documents: Documents, order: Int32Array): Int32Array {
  if (!order.some((line) => CONVERTS[lines.type[line]])) return order;
  const isChosen = new Uint8Array(lines.count);
  for (const line of order) isChosen[line] = 1;
  const together = new Int32Array(order.length);
  let count = 0;
  for (const line of order) {
    if (isChosen[line] === 0) continue;
    const own = CONVERTS[lines.type[line]] ? conversion(lines, documents, line) : [line];
    for (const each of own) {
      if (isChosen[each] === 0) continue;
      isChosen[each] = 0;
      together[count++] = each;
    }
  }
  return together;
}

/** The lines of a line's document: what goes out, what lies nowhere, what comes in. */
function conversion(lines: Lines, documents: Documents, line: number): readonly number[] {
  const members = Array.from(linesOf(documents, documents.ofLine[line]));
  const isIn = (member: number): boolean => comesIn(lines, member) === (lines.reverses[member] === NONE);
  return [...members.filter((member) => !isIn(member)), ...members.filter(isIn)];
}
