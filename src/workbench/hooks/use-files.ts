import { useCallback, useEffect, useState } from "react";
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
}

/** Opens a sample at first; what cannot be opened or saved is told, and the open book stays. */
export function useFiles(studio: Studio, language: Language, tell: (notice: Notice) => void): Files {
  const [file, show] = useShownFile();
  const words = workbenchWords(language);
  const begin = useCallback(
    (sample: string | null): void => {
      const name = `${sample ?? words.newName}.xlsx`;
      void studio.newBook(language, sample).then((book) => show(studio.open(name, book, language)));
    },
    [studio, language, words, show],
  );
  useEffect(() => {
    if (file === null) begin(studio.samples.at(0) ?? null);
  }, [file, begin, studio]);
  const open = (given: readonly GivenFile[]): void => {
    const book = bookInFiles(given);
    if (book === null) {
      tell({ tone: "refused", text: words.strangeFiles });
      return;
    }
    show(studio.open(given[0].name, book, language));
    tell({ tone: "done", text: words.opened(given[0].name) });
  };
  const save = (form: FileForm): void => {
    if (file === null) return;
    const made = bookFile(file.book, file.name, form);
    download(made);
    tell({ tone: "done", text: words.saved(made.name) });
  };
  const refused = (told: (why: string) => string) => (why: string) =>
    tell({ tone: "refused", text: told(why) });
  return {
    file,
    begin,
    open: (files) => {
      const cannot = refused((why) => words.cannotOpen(files[0].name, why));
      void Promise.all(files.map(bytesOf)).then((given) => trying(language, () => open(given), cannot));
    },
    save: (form) => trying(language, () => save(form), refused(words.cannotSave)),
  };
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

/** Does it, or tells what the engine says against it. */
function trying(language: Language, work: () => void, refused: (why: string) => void): void {
  try {
    work();
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    refused(fault(language, cause.matter, cause.place));
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
