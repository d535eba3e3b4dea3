import type { Area } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import { refusal } from "../host-error";

/** Cells that a range object stands for. It follows its cells when rows or columns come and go. */
export class Place {
  readonly sheet: Sheet;
  private there: Area | null;

  constructor(sheet: Sheet, area: Area) {
    this.sheet = sheet;
    this.there = area;
  }

  /** Where the cells are now; a range whose cells were deleted is refused. */
  get area(): Area {
    if (this.there === null) throw refusal("InvalidReference", "The cells of this range were deleted.");
    return this.there;
  }

  /** The cells went elsewhere; null = they are gone. */
  move(area: Area | null): void {
    this.there = area;
  }

  /** Null once the cells are gone. */
  get areaOrNull(): Area | null {
    return this.there;
  }

  /** Other cells of the same sheet. */
  at(area: Area): Place {
    return new Place(this.sheet, area);
  }
}
