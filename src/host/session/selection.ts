import type { Area } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";

const firstCell: Area = { top: 0, left: 0, bottom: 0, right: 0 };

/** Which sheet is in front, and which cells are selected on each. */
export class Selection {
  private front: Sheet | null = null;
  private readonly areas = new WeakMap<Sheet, Area>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly book: Workbook) {}

  get sheet(): Sheet {
    const front = this.front;
    if (front !== null && this.book.sheets.includes(front)) return front;
    const visible = this.book.sheets.find(({ visibility }) => visibility === "visible");
    const sheet = visible ?? this.book.sheets.at(0);
    if (sheet === undefined) throw new Error("a workbook without sheets");
    return sheet;
  }

  area(sheet: Sheet): Area {
    return this.areas.get(sheet) ?? firstCell;
  }

  /** Is told of every change from now on, until the answer is called. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  activate(sheet: Sheet): void {
    this.front = sheet;
    this.tell();
  }

  /** Brings the sheet to the front and selects cells of it. */
  select(sheet: Sheet, area: Area): void {
    this.front = sheet;
    this.areas.set(sheet, area);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
