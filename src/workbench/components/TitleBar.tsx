import type { ReactElement } from "react";
import { Button } from "@fluentui/react-components";
import type { WorkbenchWords } from "../../locales/workbench";
import type { Files } from "../hooks/use-files";
import type { Session } from "../screen/session";
import { FileMenu } from "./FileMenu";
import { MoodsMenu } from "./MoodsMenu";

interface TitleBarProps {
  readonly words: WorkbenchWords;
  readonly files: Files;
  readonly samples: readonly string[];
  readonly session: Session | null;
  readonly onSwitchLanguage: () => void;
}

/** What the page is, what the book is called, and the menus. */
export function TitleBar({ words, files, samples, session, onSwitchLanguage }: TitleBarProps): ReactElement {
  return (
    <header className="title">
      <FileMenu words={words} files={files} samples={samples} />
      <h1>
        {words.title}
        {files.file !== null && <span className="book-name">{files.file.name}</span>}
      </h1>
      {session !== null && <MoodsMenu session={session} />}
      <Button appearance="transparent" className="on-brand" onClick={onSwitchLanguage}>
        {words.language}
      </Button>
    </header>
  );
}
