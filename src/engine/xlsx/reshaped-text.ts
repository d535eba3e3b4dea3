import type { Area } from "../address";
import { readReference } from "../reference-text";
import type { Sheet } from "../sheet";
import { anchored } from "../structure/anchored";
import type { Reshape } from "../structure/reshape-step";

/** Leads what a file says of cells through all structural edits since it was opened. */
export class Reshaper {
  private readonly edits: readonly Reshape[];

  constructor(edits: readonly Reshape[]) {
    this.edits = edits;
  }

  get isIdle(): boolean {
    return this.edits.length === 0;
  }

  /** A formula as it reads now; `home` is the sheet on which it stands, null where it stands on none. */
  formula(text: string, home: Sheet | null): string {
    return this.edits.reduce((formula, edit) => edit.formula(formula, home), text);
  }

  /** Where cells stand now; null when they are gone. */
  area(sheet: Sheet, area: Area): Area | null {
    let now: Area | null = area;
    for (const edit of this.edits) if (now !== null) now = edit.area(sheet, now);
    return now;
  }

  /** A list such as `A1 C2:C9` as it reads now; "" when all of its cells are gone. */
  cells(sheet: Sheet, list: string): string {
    const names = list.split(/\s+/).map((name) => {
      const reference = readReference(name);
      if (reference === null) return name;
      const now = this.area(sheet, reference.area);
      return now === null ? "" : reference.spell(now);
    });
    return names.filter((name) => name !== "").join(" ");
  }

  /**
   * A formula that is spelled for the first cell of a list, as those of conditional formats are: where that
   * cell itself is gone, the formula is spelled for the one that is first now.
   */
  ruleFormula(text: string, home: Sheet, list: string): string {
    const before = readReference(list.split(/\s+/)[0])?.area;
    const after = readReference(this.cells(home, list).split(/\s+/)[0])?.area;
    return anchored({ before: text, now: this.formula(text, home) }, before, after);
  }
}
