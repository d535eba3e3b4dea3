import {
  Button,
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  ProgressBar,
  tokens,
} from "@fluentui/react-components";
import { BookOpen24Regular } from "@fluentui/react-icons/svg/book-open";
import { PlugDisconnected24Regular } from "@fluentui/react-icons/svg/plug-disconnected";
import { useMemo, type ReactElement } from "react";
import { bookTrouble } from "../../app/trouble";
import type { Phase } from "../../open-book/book-state";
import { PaneContext, type PaneWorld, useBookState, usePaneWorld, useWords } from "../hooks/pane-world";
import { useFollowing } from "../hooks/use-posting";
import { useSentence } from "../hooks/use-sentence";
import { TellingContext, useFetchedTelling } from "../hooks/use-telling";
import { schemeOf, themeOf } from "../theme";
import { BrokenBook } from "./BrokenBook";
import { Defect } from "./Defect";
import { Header } from "./Header";
import { HostLacks } from "./HostLacks";
import { LastOutcome } from "./LastOutcome";
import { NoBook } from "./NoBook";
import { Notice } from "./Notice";
import { OpenPane } from "./OpenPane";
import { Waiting, Working } from "./Working";

/** The page itself has no edge of its own. */
export const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

/** How the whole pane is laid out: as high as its frame, only its body scrolls. */
export const usePaneStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    height: "100dvh",
    minWidth: 0,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  body: { flex: 1, minHeight: 0, overflowY: "auto" },
  waiting: { paddingTop: tokens.spacingVerticalL },
  link: { alignSelf: "center" },
  foot: { display: "flex", justifyContent: "center", padding: tokens.spacingVerticalM },
});

/** The whole task pane over an open book. */
export function Pane({ world }: { readonly world: PaneWorld }) {
  return (
    <PaneContext value={world}>
      <Framed />
    </PaneContext>
  );
}

function Framed() {
  usePageStyles();
  const styles = usePaneStyles();
  const { host } = usePaneWorld();
  const { language, version } = useBookState();
  const theme = useMemo(() => themeOf(host.look), [host.look]);
  return (
    <FluentProvider theme={theme} lang={language} style={schemeOf(host.look)}>
      <div className={styles.root}>
        <Defect language={language} version={version} copy={host.copy} restart={host.restart}>
          <Header />
          {host.missing.length > 0 && <HostLacks missing={host.missing} />}
          <Spoken />
        </Defect>
      </div>
    </FluentProvider>
  );
}

/** All that speaks of findings, once their sentences are there. */
function Spoken() {
  const telling = useFetchedTelling(useBookState().language);
  return telling === null ? null : (
    <TellingContext value={telling}>
      <InPhase />
    </TellingContext>
  );
}

/** What is shown in each phase of the open book. */
function InPhase(): ReactElement {
  const { phase } = useBookState();
  if (phase.is === "open") return <OpenPane counts={phase.counts} />;
  return (
    <Closed>
      {phase.is === "loading" && <Loading {...phase} />}
      {phase.is === "none" && <NoBook />}
      {phase.is === "broken" && <BrokenBook findings={phase.findings} />}
      {phase.is === "trouble" && <Trouble />}
    </Closed>
  );
}

function Closed({ children }: { readonly children: ReactElement | readonly (ReactElement | false)[] }) {
  const styles = usePaneStyles();
  const { busy } = useBookState();
  return (
    <main className={styles.body}>
      {busy !== null && <Working busy={busy} />}
      <LastOutcome />
      {children}
    </main>
  );
}

function Loading({ done, waitingForCell }: Omit<Extract<Phase, { readonly is: "loading" }>, "is">) {
  const styles = usePaneStyles();
  const { words } = useWords();
  if (waitingForCell)
    return (
      <div className={styles.waiting}>
        <Waiting canStop />
      </div>
    );
  const known = done > 0 ? { value: done } : {};
  return (
    <div role="status">
      <Notice icon={<BookOpen24Regular />} title={words.loading.title} text={words.loading.hint}>
        <ProgressBar {...known} aria-label={words.loading.title} thickness="large" />
      </Notice>
    </div>
  );
}

function Trouble() {
  const { book } = usePaneWorld();
  const { phase, busy } = useBookState();
  const { language, words } = useWords();
  const { whole } = useSentence();
  const follow = useFollowing();
  const text = phase.is === "trouble" ? whole(bookTrouble(phase.thrown, language) ?? phase.finding) : "";
  return (
    <div role="alert">
      <Notice icon={<PlugDisconnected24Regular />} tone="bad" title={words.trouble.title} text={text}>
        <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => follow(book.reload())}>
          {words.trouble.retry}
        </Button>
      </Notice>
    </div>
  );
}
