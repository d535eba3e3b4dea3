import { useState } from "react";
import type { PostAnswer } from "../../app/post-drafts";
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

/** Waits for work of the open book; a defect in it is thrown where the pane can show it. */
export function useFollowing(): (work: Promise<unknown>) => void {
  const [defect, setDefect] = useState<{ readonly thrown: unknown } | null>(null);
  if (defect !== null) throw defect.thrown;
  return (work) => {
    work.catch((thrown: unknown) => setDefect({ thrown }));
  };
}

/**
 * Posting in two steps. The drafts are checked first, which gives each its mark, so that what is posted in
 * the end are the very documents that were looked at, and no draft that came meanwhile.
 */
export function usePosting(): Posting {
  const { book } = usePaneWorld();
  const follow = useFollowing();
  const [preview, setPreview] = useState<Preview | null>(null);
  const look = async (): Promise<void> => {
    const checked = await book.perform("check");
    if (checked.value === null) return;
    const { value } = await book.act("preview", async (desk) => {
      const { postDrafts } = await import("../../app/post-drafts");
      return postDrafts(desk, { only: null, dryRun: true });
    });
    if (value !== null) setPreview({ answer: value, revision: book.state().revision });
  };
  const post = async (only: readonly string[]): Promise<void> => {
    setPreview(null);
    await book.act("post", async (desk) => (await import("../../app/post-chosen")).postChosen(desk, only));
  };
  return {
    preview,
    begin: () => follow(look()),
    confirm: () => {
      if (preview !== null) follow(post(preview.answer.posted.map(({ draft }) => draft)));
    },
    leave: () => setPreview(null),
  };
}
