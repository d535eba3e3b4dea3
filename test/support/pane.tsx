import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { OpenBook } from "../../src/open-book/open-book";
import { Pane } from "../../src/taskpane/components/Pane";
import type { PaneHost } from "../../src/taskpane/hooks/pane-world";
import { loadTelling } from "../../src/taskpane/tellings";
import type { CellPlace, Workbook } from "../../src/workbook/port";
import type { JsonBook } from "../oracle/oracle-book";
import { opened, type SharedBook, sharedBook, sharedBookOf } from "./shared-book";

/** A pane on the screen, the book it shows, and what came of what was pressed. */
export interface ShownPane {
  readonly book: OpenBook;
  readonly shared: SharedBook;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Cells selected in the workbook, the last one last. */
  readonly selected: readonly CellPlace[];
  /** Sheets gone to, the last one last. */
  readonly sheets: readonly string[];
  /** Texts put on the clipboard. */
  readonly copied: readonly string[];
}

/** How a pane differs from one in a light Excel that can do everything, over a book of these rows. */
export interface Differing {
  /** null = a workbook without a book. */
  readonly rows: JsonBook | null;
  readonly language?: "zh-CN" | "en-US";
  readonly host?: Partial<PaneHost>;
  readonly workbook?: (workbook: Workbook) => Workbook;
}

/** Shows the pane over a real open book in memory; it is being read when this answers. */
export async function shownPane({ rows, language, host, workbook }: Differing): Promise<ShownPane> {
  const shared = rows === null ? sharedBook() : await sharedBookOf(rows, language);
  const selected: CellPlace[] = [];
  const copied: string[] = [];
  const select: Workbook["select"] = async (place) => void selected.push(place);
  const sheets: string[] = [];
  const showSheet: Workbook["showSheet"] = async (name) => {
    await shared.mine.showSheet(name);
    sheets.push(name);
  };
  const watched = { ...shared.mine, select, showSheet };
  const { book } = opened(workbook === undefined ? watched : workbook(watched));
  if (language !== undefined) book.setLanguage(language);
  const all: PaneHost = {
    bookName: "五金店.xlsx",
    look: "light",
    missing: [],
    isReadOnly: false,
    today: () => "2026-03-31",
    copy: async (text) => void copied.push(text),
    restart: () => undefined,
    ...host,
  };
  await Promise.all([loadTelling("zh-CN"), loadTelling("en-US")]);
  render(<Pane world={{ book, host: all }} />);
  return { book, shared, user: userEvent.setup(), selected, sheets, copied };
}

/** Waits until the book is open, then presses what is named so. */
export async function pressed({ user }: ShownPane, name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole("button", { name }));
}
