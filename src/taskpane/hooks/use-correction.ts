import { useEffect, useState } from "react";
import type { Desk } from "../../app/desk";
import { type Change, isFigureChange } from "../../domain/posting/figure-change";
import type { Finding } from "../../domain/kernel/finding";
import { useBookState, usePaneWorld } from "./pane-world";
import { useFollowing } from "./use-posting";

/** Which posted document is taken back, how, and why; `date` "" = today, for a reversal alone. */
export interface CorrectionForm {
  readonly number: string;
  readonly how: "void" | "reverse";
  readonly date: string;
  readonly reason: string;
}

/** What taking it back would do, as it was worked out at a revision of the book. */
export interface Looked {
  readonly diff: readonly Change[];
  readonly revision: number;
}

/** The way from a number to a document taken back: asked for, looked at, then done. */
export interface Correction {
  readonly form: CorrectionForm;
  /** Changes what is asked for; what was looked at is another matter then. */
  readonly change: (part: Partial<CorrectionForm>) => void;
  readonly look: () => void;
  readonly looked: Looked | null;
  /** What forbids it, when it was last tried. */
  readonly refused: readonly Finding[];
  readonly confirm: () => void;
}

async function takeBack(desk: Desk, { how, date, ...asked }: CorrectionForm, dryRun: boolean) {
  if (how === "reverse") {
    const { reverseDocument } = await import("../../app/reverse-document");
    return reverseDocument(desk, { ...asked, date, dryRun });
  }
  const { voidDocument } = await import("../../app/void-document");
  return voidDocument(desk, { ...asked, dryRun });
}

/** Takes a posted document back, the one at the cursor unless another is named; `done` once it is. */
export function useCorrection(done: () => void): Correction {
  const { book } = usePaneWorld();
  const { revision } = useBookState();
  const follow = useFollowing();
  const [form, setForm] = useState<CorrectionForm>({ number: "", how: "void", date: "", reason: "" });
  const [looked, setLooked] = useState<Looked | null>(null);
  const [refused, refuse] = useState<readonly Finding[]>([]);
  const change: Correction["change"] = (part) => {
    setForm((before) => ({ ...before, ...part }));
    setLooked(null);
    refuse([]);
  };
  useNumberAtCursor((number) => setForm((before) => ({ ...before, number: before.number || number })));
  const tried = async (verb: string, dryRun: boolean): Promise<readonly Change[] | null> => {
    const asked = { ...form, number: form.number.trim(), reason: form.reason.trim() };
    const { value, findings } = await book.act(verb, (desk) => takeBack(desk, asked, dryRun));
    refuse(value === null ? findings : []);
    return value === null ? null : value.diff.filter(isFigureChange);
  };
  const look = async (): Promise<void> => {
    const diff = await tried("try", true);
    setLooked(diff === null ? null : { diff, revision });
  };
  const confirm = async (): Promise<void> => {
    if ((await tried(form.how, false)) !== null) done();
  };
  return { form, change, look: () => follow(look()), looked, refused, confirm: () => follow(confirm()) };
}

/**
 * Tells the number of the document that the cursor was in when this was first shown; nothing where in none.
 */
function useNumberAtCursor(tell: (number: string) => void): void {
  const { book } = usePaneWorld();
  const [first] = useState(() => tell);
  useEffect(() => {
    const effect = { isOver: false };
    void book.documentAtCursor().then((number) => {
      if (number !== "" && !effect.isOver) first(number);
    });
    return () => {
      effect.isOver = true;
    };
  }, [book, first]);
}
