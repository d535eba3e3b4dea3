import { readReference } from "../reference-text";
import { rewriteFormula } from "../formula-references";
import type { Reference } from "../formula-references";
import type { Sheet } from "../sheet";
import type { Reshape } from "./reshape-step";
import { shiftedArea } from "./shift";
import type { Shift } from "./shift";

/** What a shift of cells does to references: they follow, or say `#REF!` where all of theirs is gone. */
export function shiftReshape(sheet: Sheet, shift: Shift): Reshape {
  const wanted = sheet.name.toLowerCase();
  const isThere = (name: string | null, home: Sheet | null): boolean =>
    name === null ? home === sheet : name.toLowerCase() === wanted;
  return {
    formula: (text, home) =>
      rewriteFormula(text, {
        cells: (reference) => (isThere(reference.sheet, home) ? shifted(reference, shift) : reference.cells),
      }),
    area: (of, area) => (of === sheet ? shiftedArea(area, shift) : area),
  };
}

function shifted({ cells }: Reference, shift: Shift): string {
  const reference = readReference(cells);
  if (reference === null) return cells;
  const now = shiftedArea(reference.area, shift);
  if (now === null) return "#REF!";
  return now === reference.area ? cells : reference.spell(now);
}
