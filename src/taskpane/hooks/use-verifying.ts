import { useEffect, useState } from "react";
import type { RestoreAnswer } from "../../app/restore-book";
import type { VerifyAnswer } from "../../app/verify-book";
import { useBookState, usePaneWorld } from "./pane-world";
import { useFollowing } from "./use-posting";

/** What verifying found, at a revision of the book; `restored` = so many cells were put back just now. */
export interface Verified {
  readonly answer: VerifyAnswer;
  readonly restored: number | null;
  readonly revision: number;
}

/** The book verified: looked at once it is asked for, and put back as the log has it. */
export interface Verifying {
  /** null = under way, or refused by the workbook. */
  readonly verified: Verified | null;
  readonly verify: () => void;
  readonly restore: () => void;
}

/** Verifies the book when it is first shown, and again whenever asked. */
export function useVerifying(): Verifying {
  const { book } = usePaneWorld();
  const { revision } = useBookState();
  const follow = useFollowing();
  const [found, setFound] = useState<Omit<Verified, "revision"> | null>(null);
  const [at, stand] = useState(revision);
  const verify = async (): Promise<void> => {
    const { value } = await book.act("try", async (desk) =>
      (await import("../../app/verify-book")).verifyBook(desk),
    );
    stand(book.state().revision);
    setFound(value === null ? null : { answer: value, restored: null });
  };
  const restore = async (): Promise<void> => {
    const { value } = await book.act<RestoreAnswer>("restore", async (desk) =>
      (await import("../../app/restore-book")).restoreBook(desk, { dryRun: false }),
    );
    stand(book.state().revision);
    if (value !== null) setFound({ answer: value, restored: value.diff.length });
  };
  const [first] = useState(() => () => follow(verify()));
  useEffect(first, [first]);
  return {
    verified: found === null ? null : { ...found, revision: at },
    verify: () => follow(verify()),
    restore: () => follow(restore()),
  };
}
