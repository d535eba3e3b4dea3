import { Button, FluentProvider, Link } from "@fluentui/react-components";
import { CloudOff24Regular } from "@fluentui/react-icons/svg/cloud-off";
import { Table24Regular } from "@fluentui/react-icons/svg/table";
import { useEffect, useState } from "react";
import type { Language } from "../../domain/kernel/title";
import type { PaneWords } from "../../locales/pane-zh-cn";
import { type Look, wordsIn } from "../hooks/pane-world";
import { schemeOf, themeOf } from "../theme";
import { Notice } from "./Notice";
import { usePageStyles, usePaneStyles } from "./Pane";

/** Why there is no workbook: the page stands in a browser by itself, or Excel's script did not come. */
export type WithoutOffice = "browser" | "blocked";

/** Where the pane can send somebody who has no Excel here, and how it starts anew. */
interface Ways {
  /** The address of the workbench; null where there is none. */
  readonly workbench: string | null;
  readonly guide: string;
  readonly restart: () => void;
}

/** What the pane says where there is no Excel to work with, and where to go from there. */
export function NoOffice(
  props: Omit<Ways, "workbench"> & {
    readonly findWorkbench: () => Promise<string | null>;
    readonly why: WithoutOffice;
    readonly language: Language;
    readonly look: Look;
  },
) {
  usePageStyles();
  const styles = usePaneStyles();
  const { why, language: first, look, findWorkbench, ...ways } = props;
  const workbench = useWorkbench(findWorkbench);
  const [language, speak] = useState(first);
  const other = language === "zh-CN" ? "en-US" : "zh-CN";
  const { words } = wordsIn(language);
  const Screen = why === "blocked" ? Blocked : InBrowser;
  return (
    <FluentProvider theme={themeOf(look)} lang={language} style={schemeOf(look)}>
      <div className={styles.root}>
        <main className={styles.body}>
          <Screen {...ways} workbench={workbench} words={words} />
        </main>
        <footer className={styles.foot}>
          <Button appearance="subtle" lang={other} onClick={() => speak(other)}>
            {other === "zh-CN" ? "中文" : "English"}
          </Button>
        </footer>
      </div>
    </FluentProvider>
  );
}

/** Offered only once it is known to be there: a published add-in has none. */
function useWorkbench(find: () => Promise<string | null>): string | null {
  const [workbench, offer] = useState<string | null>(null);
  useEffect(() => void find().then(offer), [find]);
  return workbench;
}

type ScreenProps = Ways & { readonly words: PaneWords };

function Blocked({ words: { blocked, noOffice }, workbench, guide, restart }: ScreenProps) {
  const styles = usePaneStyles();
  return (
    <Notice isWhole icon={<CloudOff24Regular />} tone="bad" title={blocked.title} text={blocked.text}>
      <Button appearance="primary" size="large" onClick={restart}>
        {blocked.retry}
      </Button>
      <Link className={styles.link} href={guide}>
        {blocked.guide}
      </Link>
      {workbench !== null && (
        <Link className={styles.link} href={workbench}>
          {noOffice.workbench}
        </Link>
      )}
    </Notice>
  );
}

function InBrowser({ words: { noOffice }, workbench, guide }: ScreenProps) {
  const styles = usePaneStyles();
  return (
    <Notice isWhole icon={<Table24Regular />} tone="good" title={noOffice.title} text={noOffice.text}>
      {workbench !== null && (
        <>
          <Button as="a" href={workbench} appearance="primary" size="large">
            {noOffice.workbench}
          </Button>
          <span>{noOffice.workbenchHint}</span>
        </>
      )}
      <Link className={styles.link} href={guide}>
        {noOffice.guide}
      </Link>
    </Notice>
  );
}
