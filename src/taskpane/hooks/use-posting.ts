import { useEffect, useRef, useState } from "react";
import { postDrafts, type PostAnswer } from "../../app/post-drafts";
import { usePaneWorld } from "./pane-world";

/** What posting would do, as it was worked out at a revision of the book. */
export interface Preview {
  readonly answer: PostAnswer;
  readonly revision: number;
}

/** The way from pressing Post to its end: worked out, looked at, then done or left. */
export interface Posting {
  /** null = nothing is being looked at. */
  readonly preview: Preview | null;
  readonly begin: () => void;
  readonly confirm: () => void;
  readonly leave: () => void;
}

/**
 * Posting in two steps. The drafts are checked first, which gives each its mark, so that what is posted in
 * the end are the very documents that were looked at, and no draft that came meanwhile.
 */
export function usePosting(): Posting {
  const { book } = usePaneWorld();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [defect, setDefect] = useState<{ readonly thrown: unknown } | null>(null);
  if (defect !== null) throw defect.thrown;
  const failing = (work: Promise<void>): void => {
    work.catch((thrown: unknown) => setDefect({ thrown }));
  };
  const look = async (): Promise<void> => {
    const checked = await book.perform("check");
    if (checked.value === null) return;
    const { value } = await book.act("preview", (desk) => postDrafts(desk, { only: null, dryRun: true }));
    if (value !== null) setPreview({ answer: value, revision: book.state().revision });
  };
  const post = async (only: readonly string[]): Promise<void> => {
    setPreview(null);
    await book.perform("post", { only });
  };
  return {
    preview,
    begin: () => failing(look()),
    confirm: () => {
      if (preview !== null) failing(post(preview.answer.posted.map(({ draft }) => draft)));
    },
    leave: () => setPreview(null),
  };
}

/** Does something once each time the value changes to another that is asked for. */
export function useOnChange<T>(value: T, work: (value: T) => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    work(value);
  });
}
