import type { Area } from "../../engine/address";
import type { BookChange } from "../../engine/changes";
import type { Sheet } from "../../engine/sheet";
import type { Table } from "../../engine/table";
import { uncalculatedIn } from "../book/shown";
import { cellEnd, contains, type SheetView, sheetView } from "../book/sheet-view";
import type { OpenFile } from "./open-file";
import type { CellPlace } from "../book/places-in";
import { farCorner, filledPart, type Selected, single, spanned, type Step, stepped } from "./selection";

/** Changes after which other rows and columns may be there to see. */
const SHAPES: ReadonlySet<BookChange["kind"]> = new Set(["insert", "delete", "lines", "sheet", "setting"]);

/** A cell that is being edited, in the grid or in the formula bar. */
export interface Editing extends CellPlace {
  readonly sheet: Sheet;
  readonly text: string;
  /** The cell stands on a frozen row and is typed into there: the grid has no editor for it. */
  readonly isOnFrozenRow: boolean;
}

/**
 * The open book on the screen: what is in front, what is selected, what is being edited. The selection itself
 * is the host's, so that the pane and the grid share it; while a cell is being edited the host answers as
 * Excel does then.
 */
export class Screen {
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private anchor: { readonly sheet: Sheet; readonly place: CellPlace } | null = null;
  private edited: Editing | null = null;
  private seen = 0;
  private keyboardCalls = 0;
  private answered = 0;
  /** Counts the changes of the book. */
  private edits = 0;
  private counted: { readonly key: number; readonly sheet: Sheet; readonly count: number } | null = null;
  /** Counts what changes which rows and columns there are to see. */
  private shape = 0;
  private viewed: { readonly key: string; readonly sheet: Sheet; readonly view: SheetView } | null = null;

  private tabled: { readonly seen: number; readonly sheet: Sheet; readonly tables: readonly Table[] } | null =
    null;

  constructor(readonly file: OpenFile) {
    const { book, host } = file;
    const reader = book.changes.subscribe(() => {
      queueMicrotask(() => {
        this.edits++;
        if (reader.take().some(({ kind }) => SHAPES.has(kind))) this.shape++;
        this.refresh();
      });
    });
    this.stops.push(reader.close, host.selection.listen(this.refresh), host.moods.listen(this.refresh));
  }

  /** Follows the screen; answers how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A number that is another one whenever something on the screen may be. */
  readonly revision = (): number => this.seen;

  /** The book leaves the screen. */
  close(): void {
    this.endEdit();
    this.file.journal.close();
    this.stops.forEach((stop) => stop());
  }

  get sheet(): Sheet {
    return this.file.host.selection.sheet;
  }

  /** The tables on the sheet in front: looked for once in each state of the screen. */
  get tables(): readonly Table[] {
    const { sheet, seen } = this;
    if (this.tabled?.seen !== seen || this.tabled.sheet !== sheet)
      this.tabled = { seen, sheet, tables: this.file.book.tablesOn(sheet) };
    return this.tabled.tables;
  }

  get selected(): Selected {
    const { sheet } = this;
    const area = this.file.host.selection.area(sheet);
    const { anchor } = this;
    const isInside = anchor?.sheet === sheet && contains(area, anchor.place.row, anchor.place.column);
    return { area, active: isInside ? anchor.place : { row: area.top, column: area.left } };
  }

  /**
   * The rows and columns of the sheet in front, at least so many rows: the same object while they are the
   * same.
   */
  view(least: number): SheetView {
    const { sheet } = this;
    const { row, column } = this.selected.active;
    const size = {
      rows: Math.max(sheet.end, least, row + 1),
      columns: Math.max(sheet.columnCount, column + 1),
    };
    const key = `${size.rows}|${size.columns}|${this.shape}`;
    if (this.viewed?.key !== key || this.viewed.sheet !== sheet)
      this.viewed = { key, sheet, view: sheetView(sheet, size) };
    return this.viewed.view;
  }

  /** The columns that are to be seen, as they were viewed last. */
  get columns(): readonly number[] {
    return this.viewed?.view.columns ?? [];
  }

  /** How many formulas of the sheet in front have no result. */
  get uncalculated(): number {
    const { sheet, edits } = this;
    if (this.counted?.key !== edits || this.counted.sheet !== sheet)
      this.counted = { key: edits, sheet, count: uncalculatedIn(sheet) };
    return this.counted.count;
  }

  get editing(): Editing | null {
    return this.edited;
  }

  activate(sheet: Sheet): void {
    this.file.host.selection.activate(sheet);
  }

  select({ active, area }: Selected): void {
    this.anchor = { sheet: this.sheet, place: active };
    this.file.host.selection.select(this.sheet, area);
  }

  /** Selects the cell a step away from the active one. */
  move(step: Step): void {
    this.select(single(this.seenAfter(this.selected.active, step)));
  }

  /** Moves the corner of the selection that lies across from the active cell. */
  extend(step: Step): void {
    const { selected } = this;
    this.select(spanned(selected.active, this.seenAfter(farCorner(selected), step)));
  }

  /** The next cell that way which is not hidden; where there is none, the cell itself. */
  private seenAfter(from: CellPlace, step: Step): CellPlace {
    const { looks, rowLooks } = this.sheet;
    const isHidden = ({ row, column }: CellPlace): boolean =>
      rowLooks.get(row)?.hidden === true || looks.get(column)?.hidden === true;
    let [before, at] = [from, stepped(from, step)];
    while (isHidden(at) && (at.row !== before.row || at.column !== before.column))
      [before, at] = [at, stepped(at, step)];
    return isHidden(at) ? from : at;
  }

  /** The selected cells, whole rows and columns only as far as the sheet is filled. */
  get filled(): Area {
    return filledPart(this.selected.area, cellEnd(this.sheet));
  }

  beginEdit(text: string, isOnFrozenRow = false): void {
    this.edited = { sheet: this.sheet, ...this.selected.active, text, isOnFrozenRow };
    this.file.host.moods.isEditingCell = true;
    this.refresh();
  }

  type(text: string): void {
    if (this.edited === null) this.beginEdit(text);
    else this.edited = { ...this.edited, text };
    this.refresh();
  }

  /** Ends editing; answers what was being edited. */
  endEdit(): Editing | null {
    const { edited } = this;
    if (edited === null) return null;
    this.edited = null;
    this.file.host.moods.isEditingCell = false;
    this.refresh();
    return edited;
  }

  /** Wants the keyboard back on the active cell, after something was typed beside the grid. */
  callKeyboard(): void {
    this.keyboardCalls++;
    this.refresh();
  }

  /** True once after each call for the keyboard. */
  answerKeyboard(): boolean {
    const isCalled = this.answered !== this.keyboardCalls;
    this.answered = this.keyboardCalls;
    return isCalled;
  }

  /** Something that is shown may be another: the moods, for one. */
  readonly refresh = (): void => {
    this.seen++;
    this.listeners.forEach((listener) => listener());
  };
}
