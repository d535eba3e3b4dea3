import { useEffect, useState } from "react";
import type { EditsAnswer } from "../../app/amend-edits";
import type { Answer, Desk } from "../../app/desk";
import type { RestoreAnswer } from "../../app/restore-book";
import type { VerifyAnswer } from "../../app/verify-book";
import type { Finding } from "../../domain/kernel/finding";
import { type Change, isFigureChange } from "../../domain/posting/figure-change";
import { useBookState, usePaneWorld } from "./pane-world";
import { useFollowing } from "./use-posting";

/** Edits that can be made amendments: of which documents, what that changes, and what forbids the others. */
export interface LookedEdits {
  readonly amended: readonly string[];
  readonly diff: readonly Change[];
  readonly refused: readonly Finding[];
}

/** What was done before the book was verified: so many cells put back, or documents amended. */
export type Mending = { readonly restored: number } | { readonly amended: readonly string[] };

/** What verifying found, at a revision of the book. */
export interface Verified {
  readonly answer: VerifyAnswer;
  readonly mended: Mending | null;
  /** What keeping the edits would do, once that was looked at. */
  readonly edits: LookedEdits | null;
  readonly revision: number;
}

/** The book verified: looked at once it is asked for; put back as the log has it, or its edits kept. */
export interface Verifying {
  /** null = under way, or refused by the workbook. */
  readonly verified: Verified | null;
  readonly verify: () => void;
  readonly restore: () => void;
  readonly look: () => void;
  readonly amend: () => void;
}

type Found = Omit<Verified, "revision"> | null;
type Book = ReturnType<typeof usePaneWorld>["book"];

/** What can be done about a book that is verified; each answers what was found after it, null = refused. */
const deeds = {
  verify: async (book: Book): Promise<Found> => {
    const { value } = await book.act("try", async (desk) =>
      (await import("../../app/verify-book")).verifyBook(desk),
    );
    return value === null ? null : { answer: value, mended: null, edits: null };
  },
  restore: async (book: Book): Promise<Found> => {
    const { value } = await book.act<RestoreAnswer>("restore", async (desk) =>
      (await import("../../app/restore-book")).restoreBook(desk, { dryRun: false }),
    );
    return value === null ? null : { answer: value, mended: { restored: value.diff.length }, edits: null };
  },
  look: async (book: Book): Promise<Found> => {
    const { value, findings } = await book.act<EditsAnswer>("try", (desk) => amendEdits(desk, true));
    if (value === null) return null;
    const { amended, diff } = value;
    const edits = { amended, diff: diff.filter(isFigureChange), refused: findings };
    return { answer: value, mended: null, edits };
  },
  amend: async (book: Book): Promise<Found> => {
    const { value } = await book.act<EditsAnswer>("amend", (desk) => amendEdits(desk, false));
    return value === null ? null : { answer: value, mended: { amended: value.amended }, edits: null };
  },
};

async function amendEdits(desk: Desk, dryRun: boolean): Answer<EditsAnswer> {
  return (await import("../../app/amend-edits")).amendEdits(desk, { reason: "", dryRun });
}

/** Verifies the book when it is first shown, and again whenever asked. */
export function useVerifying(): Verifying {
  const { book } = usePaneWorld();
  const { revision } = useBookState();
  const follow = useFollowing();
  const [found, setFound] = useState<Found>(null);
  const [at, stand] = useState(revision);
  const done = async (deed: keyof typeof deeds): Promise<void> => {
    const now = await deeds[deed](book);
    stand(book.state().revision);
    if (now !== null || deed === "verify") setFound(now);
  };
  const doing = (deed: keyof typeof deeds) => () => follow(done(deed));
  const [first] = useState(() => doing("verify"));
  useEffect(first, [first]);
  return {
    verified: found === null ? null : { ...found, revision: at },
    verify: doing("verify"),
    restore: doing("restore"),
    look: doing("look"),
    amend: doing("amend"),
  };
}
