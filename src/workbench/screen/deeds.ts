import type { ClipboardEvent } from "react";
import type { Area } from "../../engine/address";
import { EngineError } from "../../engine/engine-error";
import type { Sheet } from "../../engine/sheet";
import { changeColumns } from "../../engine/sheet-settings";
import { fault } from "../../locales/faults";
import type { Language, WorkbenchWords } from "../../locales/workbench";
import { clearCells, copiedTexts, pasteTexts, typeCell, type Typist } from "../book/cell-deeds";
import { placeNamed } from "../book/place-named";
import { columnCharacters } from "../book/sheet-view";
import { editedText } from "../book/shown";
import { cellsInTsv, tsvOf } from "../book/tsv";
import type { Screen } from "./screen";
import { addSheet, freshSheetName } from "../../engine/structure/sheets";
import { deleteRows, insertRows } from "../../engine/structure/shift-cells";

/** What the workbench says about the last thing that was tried. */
export interface Notice {
  readonly tone: "done" | "refused";
  readonly text: string;
}

/** In which language the user types and is answered, and where an answer is shown. */
export interface Speech {
  readonly language: Language;
  readonly words: WorkbenchWords;
  /** The year of a date that is typed without one. */
  readonly year: () => number;
  /** null = what was said is settled. */
  tell(notice: Notice | null): void;
}

/**
 * What the user does to the open book: typing, clearing, copying, pasting, undoing. What the engine or the
 * host's moods refuse is told, and nothing of it is done.
 */
export class Deeds {
  constructor(
    private readonly screen: Screen,
    private readonly speech: Speech,
  ) {}

  /** Begins to edit the active cell; says why where it cannot be, and answers false. */
  readonly begin = (text: string, isOnFrozenRow: boolean): boolean => {
    const mayBegin = this.mayChange(this.screen.sheet);
    if (mayBegin) this.screen.beginEdit(text, isOnFrozenRow);
    return mayBegin;
  };

  /** Takes over what is typed into the active cell; refused where nothing of it could be kept. */
  readonly type = (text: string): void => {
    if (this.screen.editing !== null || this.mayChange(this.screen.sheet)) this.screen.type(text);
  };

  /** Ends editing, and nothing of what was typed is kept; what was said of it is settled. */
  readonly giveUp = (): void => {
    if (this.screen.endEdit() !== null) this.speech.tell(null);
  };

  /** What the active cell holds, as one would type it. */
  get text(): string {
    const { sheet, selected } = this.screen;
    return editedText(this.screen.file.book, { sheet, ...selected.active }, this.speech.language);
  }

  /**
   * Keeps what was typed and ends editing; where it is refused answers false, and editing goes on. Every deed
   * that leaves the cell or changes another begins with it.
   */
  readonly commit = (): boolean => {
    const { editing, file } = this.screen;
    if (editing === null) return true;
    const isOther = editing.text !== editedText(file.book, editing, this.speech.language);
    if (isOther && !this.write(editing.sheet, () => typeCell(file.book, editing, this.typist))) return false;
    this.screen.endEdit();
    return true;
  };

  readonly clear = (): void => {
    this.change(() => clearCells({ sheet: this.screen.sheet, area: this.screen.filled }));
  };

  /** A new blank sheet, in front. */
  readonly addSheet = (): void => {
    const { book } = this.screen.file;
    this.change(() => this.screen.activate(addSheet(book, freshSheetName(book, this.speech.words.sheet))));
  };

  /** As many blank rows above the selection as it has rows. */
  readonly insertRows = (): void => {
    const { file, sheet, selected } = this.screen;
    this.change(() => insertRows(file.book, sheet, selectedRows(selected.area)));
  };

  /** Takes the selected rows out. */
  readonly deleteRows = (): void => {
    const { file, sheet, selected } = this.screen;
    this.change(() => deleteRows(file.book, sheet, selectedRows(selected.area)));
  };

  /** Takes the last step back; while a cell is edited, what was typed so far. */
  readonly undo = (): void => {
    if (this.screen.editing !== null) this.giveUp();
    else this.turn(() => this.screen.file.journal.undo());
  };

  readonly redo = (): void => {
    if (this.commit()) this.turn(() => this.screen.file.journal.redo());
  };

  private readonly copy = (event: ClipboardEvent): void => {
    if (this.screen.editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", tsvOf(this.copied()));
  };

  private readonly cut = (event: ClipboardEvent): void => {
    if (this.screen.editing !== null) return;
    this.copy(event);
    this.clear();
  };

  private readonly paste = (event: ClipboardEvent): void => {
    if (this.screen.editing !== null) return;
    event.preventDefault();
    const rows = cellsInTsv(event.clipboardData.getData("text/plain"));
    if (rows.length === 0) return;
    const { sheet, selected, file } = this.screen;
    this.change(() => {
      const area = pasteTexts(file.book, { sheet, area: selected.area, rows }, this.typist);
      this.screen.select({ active: { row: area.top, column: area.left }, area });
    });
  };

  /** What the grid's surroundings listen to. */
  readonly clipboard = { onCopy: this.copy, onCut: this.cut, onPaste: this.paste };

  /** Selects the cell, area, table or name that the text names. */
  readonly goTo = (text: string): boolean => {
    if (!this.commit()) return false;
    const place = placeNamed(this.screen.file.book, this.screen.sheet, text);
    if (place === null) this.refuse(this.speech.words.badAddress(text));
    else {
      this.screen.activate(place.sheet);
      this.screen.select({ active: { row: place.area.top, column: place.area.left }, area: place.area });
    }
    return place !== null;
  };

  /** Makes a column so many pixels wide. */
  readonly widen = (column: number, pixels: number): void => {
    const { sheet } = this.screen;
    this.change(() =>
      changeColumns(sheet, { from: column, to: column }, { width: columnCharacters(pixels) }),
    );
  };

  private get typist(): Typist {
    const { language, year } = this.speech;
    return { culture: language, year: year() };
  }

  private copied(): readonly (readonly string[])[] {
    const { file, sheet, filled } = this.screen;
    return copiedTexts(file.book, { sheet, area: filled }, this.speech.language);
  }

  /** Does it as one step that can be undone, once what was typed is kept. */
  private change(work: () => void): boolean {
    return this.commit() && this.write(this.screen.sheet, work);
  }

  private write(sheet: Sheet, work: () => void): boolean {
    const { file } = this.screen;
    const step = (): void => {
      work();
      file.host.settle();
    };
    return this.mayChange(sheet) && this.attempt(() => file.journal.step("", step));
  }

  /** Takes a step back, or does it again. */
  private turn(work: () => void): void {
    const { words } = this.speech;
    if (this.screen.file.host.moods.isReadOnly) this.refuse(words.refused(words.readOnlyBook));
    else this.attempt(work);
    this.screen.refresh();
  }

  /** False where a book or a sheet keeps nothing that is typed, and says so. */
  mayChange(sheet: Sheet): boolean {
    const { words } = this.speech;
    if (this.screen.file.host.moods.isReadOnly) return this.refuse(words.refused(words.readOnlyBook));
    return sheet.protection === null || this.refuse(words.refused(words.protectedSheet));
  }

  /** Does it, and what was refused before is settled; or says what the engine has against it. */
  private attempt(work: () => void): boolean {
    const { words, language } = this.speech;
    try {
      work();
      this.speech.tell(null);
      return true;
    } catch (cause) {
      if (!(cause instanceof EngineError)) throw cause;
      return this.refuse(words.refused(fault(language, cause.matter, cause.place)));
    }
  }

  /** Says why nothing was done. */
  refuse(text: string): false {
    this.speech.tell({ tone: "refused", text });
    return false;
  }
}

function selectedRows({ top, bottom }: Area): { readonly at: number; readonly count: number } {
  return { at: top, count: bottom - top + 1 };
}
