import { type DragEvent, type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { FluentProvider } from "@fluentui/react-components";
import { type Language, workbenchWords } from "../../locales/workbench";
import { useFiles } from "../hooks/use-files";
import { Deeds, type Notice, type Speech } from "../screen/deeds";
import type { OpenFile } from "../screen/open-file";
import { Screen } from "../screen/screen";
import type { Session } from "../screen/session";
import type { Studio } from "../screen/studio";
import { workbenchTheme } from "../theme";
import { LeaveDialog } from "./LeaveDialog";
import { NoticeBar } from "./NoticeBar";
import { OpenBook } from "./OpenBook";
import { TitleBar } from "./TitleBar";

/** The whole page: a book on the left, the task pane on the right, and what Excel would have above them. */
export function Workbench({ studio }: { readonly studio: Studio }): ReactElement {
  const [language, setLanguage] = useState<Language>(studio.language);
  const [notice, setNotice] = useState<Notice | null>(null);
  const words = workbenchWords(language);
  const { files, session } = useBook(studio, language, setNotice);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) files.open([...event.dataTransfer.files]);
  };
  const switchLanguage = useCallback((): void => {
    setNotice(null);
    setLanguage((now) => (now === "zh-CN" ? "en-US" : "zh-CN"));
  }, []);
  return (
    <FluentProvider theme={workbenchTheme} lang={language}>
      <div className="page" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <TitleBar
          words={words}
          files={files}
          samples={studio.samples}
          session={session}
          onSwitchLanguage={switchLanguage}
        />
        <NoticeBar notice={notice} words={words} onDismiss={() => setNotice(null)} />
        {files.leaving !== null && (
          <LeaveDialog words={words} leaving={files.leaving} onStay={() => session?.screen.callKeyboard()} />
        )}
        {session === null ? (
          <p className="starting" role="status">
            {words.starting}
          </p>
        ) : (
          <OpenBook session={session} studio={studio} />
        )}
      </div>
    </FluentProvider>
  );
}

/** The open book: as a file, and as one works at it. */
function useBook(studio: Studio, language: Language, tell: (notice: Notice | null) => void) {
  const commit = useRef<() => boolean>(() => true);
  const files = useFiles(studio, { language, tell, commit: () => commit.current() });
  const session = useSession(files.file, { language, year: studio.year, tell });
  useEffect(() => {
    commit.current = session?.deeds.commit ?? (() => true);
  }, [session]);
  return { files, session };
}

/** The screen lives as long as its book; only the words change with the language. */
function useSession(file: OpenFile | null, speech: Omit<Speech, "words">): Session | null {
  const { language, year, tell } = speech;
  const screen = useMemo(() => (file === null ? null : new Screen(file)), [file]);
  useEffect(() => () => screen?.close(), [screen]);
  return useMemo(() => {
    if (screen === null) return null;
    const words = workbenchWords(language);
    return { screen, words, language, deeds: new Deeds(screen, { language, words, year, tell }) };
  }, [screen, language, year, tell]);
}
