import type { Finding } from "../domain/kernel/finding";
import type { OpenBook } from "../open-book/open-book";

/** What Excel waits for when it has a command done. */
export interface CommandEvent {
  completed(): void;
}

/** What commands are made over. */
export interface CommandSurroundings {
  readonly book: OpenBook;
  /** Brings the pane to the front; does nothing where a host cannot. */
  readonly showPane: () => Promise<void>;
}

/** The commands by the names that the manifest and the shortcuts know them by. */
export const commandIds = [
  "check",
  "post",
  "recompute",
  "reports",
  "showPane",
  "rowsBehind",
  "nextFinding",
] as const;

/** Name of a command. */
export type CommandId = (typeof commandIds)[number];

/** A command as the host calls it; done once the host was told so. */
export type Command = (event: CommandEvent) => Promise<void>;

/**
 * What ribbon, context menu and shortcuts do: the same at the open book as the pane does, and the pane shows
 * it. Posting shows what it would do first; it is done from there. The host is told when it is over, however
 * it ends.
 */
export function commands({ book, showPane }: CommandSurroundings): Readonly<Record<CommandId, Command>> {
  const shown = (work: () => Promise<unknown>): Command => {
    return async (event) => {
      try {
        await Promise.all([showPane(), work()]);
      } finally {
        event.completed();
      }
    };
  };
  const next = nextFinding(book);
  return {
    check: shown(() => checked(book)),
    post: shown(async () => book.show("post")),
    recompute: shown(() => {
      book.show("recompute");
      return book.act("recompute", async (desk) => (await import("../app/recompute")).recompute(desk));
    }),
    reports: shown(async () => book.show("reports")),
    showPane: shown(async () => undefined),
    rowsBehind: shown(async () => book.show("balances", await book.balanceAtCursor())),
    nextFinding: shown(next),
  };
}

function checked(book: OpenBook): Promise<unknown> {
  book.show("findings");
  return book.act("check", async (desk) => (await import("../app/check-drafts")).checkDrafts(desk));
}

/**
 * Goes from one finding to the next, the first comes after the last; checks the book first where that was not
 * done. A finding of no place is passed over.
 */
function nextFinding(book: OpenBook): () => Promise<void> {
  let last: Finding | null = null;
  return async () => {
    if (book.state().findings === null) await checked(book);
    book.show("findings");
    const findings = (book.state().findings ?? []).filter(({ table }) => table !== null);
    const from = findings.findIndex((found) => found === last) + 1;
    for (const found of [...findings.slice(from), ...findings.slice(0, from)]) {
      last = found;
      if (await book.select(found)) return;
    }
  };
}
