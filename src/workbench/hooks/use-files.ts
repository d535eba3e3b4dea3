import { useCallback, useEffect, useRef, useState } from "react";
import { EngineError } from "../../engine/engine-error";
import { fault } from "../../locales/faults";
import { type Language, workbenchWords } from "../../locales/workbench";
import { bookFile, bookInFiles, type FileForm, type GivenFile, type MadeFile } from "../book/book-files";
import type { Notice } from "../screen/deeds";
import type { OpenFile } from "../screen/open-file";
import { takeOver } from "../screen/troubles";
import type { Studio } from "../screen/studio";

/** The book that is open, and how others are opened and it is saved. */
export interface Files {
  /** Null until the first book is ready. */
  readonly file: OpenFile | null;
  readonly begin: (sample: string | null) => void;
  readonly open: (files: readonly File[]) => void;
  readonly save: (form: FileForm) => void;
  /** What the user is asked before a changed book leaves the screen; null = nothing. */
  readonly leaving: Leaving | null;
}

/** Another book is to take the place of one with changes that were not saved. */
export interface Leaving {
  readonly name: string;
  /** Saves the changes, then goes on. */
  readonly save: () => void;
  readonly discard: () => void;
  readonly stay: () => void;
}

/** What books are opened and saved with. */
interface Surroundings {
  readonly language: Language;
  readonly tell: (notice: Notice | null) => void;
  /** Keeps what is being typed into a cell; false where it is refused. */
  readonly commit: () => boolean;
}

/**
 * Opens a sample at first; what cannot be opened or saved is told, and the open book stays. What is being
 * typed into a cell is kept before its book is saved or left; where it is refused, so is that.
 */
export function useFiles(studio: Studio, surroundings: Surroundings): Files {
  const { language, tell, commit } = surroundings;
  const [file, show] = useShownFile();
  const [kept, isChanged] = useKept(file);
  const words = workbenchWords(language);
  const begin = useBegin(studio, language, show);
  useEffect(() => {
    if (file === null) begin(studio.samples.at(0) ?? null);
  }, [file, begin, studio]);
  const saved = (form: FileForm): boolean => {
    const isSaved = file === null || saveBook(file, form, surroundings);
    if (isSaved) kept();
    return isSaved;
  };
  const [leaving, leave] = useLeaving(file, isChanged, () => saved("xlsx"));
  const opened = (files: readonly File[]): void => {
    const cannot = (why: string): void =>
      tell({ tone: "refused", text: words.cannotOpen(files[0].name, why) });
    const open = (given: readonly GivenFile[]) => openBook(given, studio, { ...surroundings, show });
    void Promise.all(files.map(bytesOf)).then((given) => trying(language, () => open(given), cannot));
  };
  const afterKept = (next: () => void): void => {
    if (commit()) next();
  };
  return {
    file,
    begin: (sample) =>
      afterKept(() =>
        leave(() => {
          tell(null);
          begin(sample);
        }),
      ),
    open: (files) => afterKept(() => leave(() => opened(files))),
    save: (form) => afterKept(() => saved(form)),
    leaving,
  };
}

/** How a new book begins, blank or with a sample's data. */
function useBegin(studio: Studio, language: Language, show: (opened: OpenFile) => void) {
  const { newName } = workbenchWords(language);
  return useCallback(
    (sample: string | null): void => {
      const name = `${sample ?? newName}.xlsx`;
      void studio.newBook(language, sample).then((book) => show(studio.open(name, book, language)));
    },
    [studio, language, newName, show],
  );
}

/** Downloads a book, and says so; false where it cannot be saved, and says why. */
function saveBook(file: OpenFile, form: FileForm, { language, tell }: Surroundings): boolean {
  const words = workbenchWords(language);
  const save = (): void => {
    const made = bookFile(file.book, file.name, form);
    download(made);
    tell({ tone: "done", text: words.saved(made.name) });
  };
  return trying(language, save, (why) => tell({ tone: "refused", text: words.cannotSave(why) }));
}

/** Shows the book that files hold, or says that they hold none. */
function openBook(
  given: readonly GivenFile[],
  studio: Studio,
  { language, tell, show }: Surroundings & { readonly show: (opened: OpenFile) => void },
): void {
  const words = workbenchWords(language);
  const book = bookInFiles(given);
  if (book === null) {
    tell({ tone: "refused", text: words.strangeFiles });
    return;
  }
  show(studio.open(given[0].name, book, language));
  tell({ tone: "done", text: words.opened(given[0].name) });
}

/** Says that the open book is saved as it stands, and whether it was changed since. */
function useKept(file: OpenFile | null): readonly [() => void, () => boolean] {
  const saved = useRef<{ readonly file: OpenFile; readonly state: number } | null>(null);
  const kept = useCallback((): void => {
    saved.current = file === null ? null : { file, state: file.journal.state };
  }, [file]);
  const isChanged = useCallback((): boolean => {
    if (file === null) return false;
    const { current } = saved;
    return file.journal.state !== (current?.file === file ? current.state : 0);
  }, [file]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isChanged() || file?.host.moods.isEditingCell === true) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [file, isChanged]);
  return [kept, isChanged];
}

/** Goes on at once where the open book has no changes to lose, else when the user has decided. */
function useLeaving(
  file: OpenFile | null,
  isChanged: () => boolean,
  save: () => boolean,
): readonly [Leaving | null, (next: () => void) => void] {
  const [next, setNext] = useState<{ readonly run: () => void } | null>(null);
  const leave = (run: () => void): void => {
    if (isChanged()) setNext({ run });
    else run();
  };
  const go = (): void => {
    setNext(null);
    next?.run();
  };
  if (next === null || file === null) return [null, leave];
  const saveAndGo = (): void => {
    if (save()) go();
    else setNext(null);
  };
  return [{ name: file.name, save: saveAndGo, discard: go, stay: () => setNext(null) }, leave];
}

/** The open book, and how another takes its place; the host stays in its moods. */
function useShownFile(): readonly [OpenFile | null, (opened: OpenFile) => void] {
  const [file, setFile] = useState<OpenFile | null>(null);
  const show = useCallback((opened: OpenFile): void => {
    setFile((former) => {
      if (former !== null) takeOver(opened.host.moods, former.host.moods);
      return opened;
    });
  }, []);
  return [file, show];
}

/** Does it, or tells what the engine says against it and answers false. */
function trying(language: Language, work: () => void, refused: (why: string) => void): boolean {
  try {
    work();
    return true;
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    refused(fault(language, cause.matter, cause.place));
    return false;
  }
}

async function bytesOf(file: File): Promise<GivenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function download({ name, bytes, media }: MadeFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: media }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
