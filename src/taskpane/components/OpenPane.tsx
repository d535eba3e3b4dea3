import { CounterBadge, makeStyles, Spinner, Tab, TabList, tokens } from "@fluentui/react-components";
import { type ComponentType, lazy, Suspense, useState } from "react";
import type { BookState, Counts, View } from "../../open-book/book-state";
import { useBookState, usePaneWorld, useWords } from "../hooks/pane-world";
import { type Posting, useFollowing, usePosting } from "../hooks/use-posting";
import { useRequest } from "../hooks/use-request";
import { isUnseen } from "../outcome-text";
import { Actions } from "./Actions";
import { Findings } from "./Findings";
import { LastOutcome } from "./LastOutcome";
import { type Deed, DEEDS, MoreMenu } from "./MoreMenu";
import { StateLine } from "./StateLine";
import { Waiting, Working } from "./Working";

const Balances = lazy(() => import("./Balances").then((room) => ({ default: room.Balances })));
const Reports = lazy(() => import("./Reports").then((room) => ({ default: room.Reports })));
const DIALOGS: Readonly<Record<Deed, ComponentType<{ readonly leave: () => void }>>> = {
  correct: lazy(() => import("./Correction").then((room) => ({ default: room.Correction }))),
  months: lazy(() => import("./MonthEnd").then((room) => ({ default: room.MonthEnd }))),
  verify: lazy(() => import("./Verifying").then((room) => ({ default: room.Verifying }))),
};
const PostPreview = lazy(() => import("./PostPreview").then((room) => ({ default: room.PostPreview })));

const TABS = ["findings", "balances", "reports"] as const;
/** A stop of the Tab key. */
const STOP = { tabIndex: 0 } as const;
type PaneTab = (typeof TABS)[number];

const useStyles = makeStyles({
  tabs: { paddingInline: tokens.spacingHorizontalS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  body: { flex: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden" },
  coming: { padding: tokens.spacingHorizontalXXL },
  count: { marginLeft: tokens.spacingHorizontalXS },
});

function tabOf(view: View, before: PaneTab): PaneTab {
  return TABS.find((tab) => tab === view) ?? (view === "start" ? before : "findings");
}

/** The pane while a book is open: its state, what can be done, what came of it, and what is in it. */
export function OpenPane({ counts }: { readonly counts: Counts }) {
  const { book } = usePaneWorld();
  const state = useBookState();
  const posting = usePosting();
  const follow = useFollowing();
  const [tab, choose] = useState<PaneTab>(() => tabOf(state.shown.view, "findings"));
  const [deed, begin] = useState<Deed | null>(null);
  const isBusy = useBusy(state);
  useRequest(state.shown, (view) => {
    choose((before) => tabOf(view, before));
    if (view === "post") posting.begin();
    begin((before) => DEEDS.find((each) => each === view) ?? before);
  });
  const doing = (verb: string) => () => {
    choose("findings");
    follow(book.perform(verb));
  };
  return (
    <>
      <StateLine counts={counts}>
        <MoreMenu deed={deed} begin={begin} />
      </StateLine>
      <Actions
        isBusy={isBusy}
        isPreviewed={posting.preview !== null}
        check={doing("check")}
        post={posting.begin}
        recompute={doing("recompute")}
      />
      {state.busy !== null && isBusy && <Working busy={state.busy} />}
      {!isBusy && state.waitsForCell && <Waiting />}
      <LastOutcome tab={tab} />
      <Tabs tab={tab} choose={choose} />
      <TabBody tab={tab} drafts={counts.drafts} />
      <Dialogs deed={deed} leave={() => begin(null)} posting={posting} />
    </>
  );
}

/** What takes the whole pane, as long as it is not decided. */
function Dialogs(props: {
  readonly deed: Deed | null;
  readonly leave: () => void;
  readonly posting: Posting;
}) {
  const { deed, leave, posting } = props;
  const DeedDialog = deed === null ? null : DIALOGS[deed];
  return (
    <Suspense fallback={null}>
      {DeedDialog !== null && <DeedDialog leave={leave} />}
      {posting.preview !== null && <PostPreview posting={posting} preview={posting.preview} />}
    </Suspense>
  );
}

function useBusy({ busy }: BookState): boolean {
  return busy !== null && !isUnseen(busy.verb);
}

function Tabs({ tab, choose }: { readonly tab: PaneTab; readonly choose: (tab: PaneTab) => void }) {
  const styles = useStyles();
  const { findings } = useBookState();
  const { words } = useWords();
  const errors = (findings ?? []).filter(({ severity }) => severity === "error").length;
  return (
    <TabList
      className={styles.tabs}
      aria-label={words.tabs.label}
      selectedValue={tab}
      onTabSelect={(_, { value }) => choose(TABS.find((each) => each === value) ?? tab)}
    >
      {TABS.map((each) => (
        <Tab key={each} id={`tab-${each}`} value={each} aria-controls="pane-body">
          {words.tabs[each]}
          {each === "findings" && errors > 0 && (
            <CounterBadge className={styles.count} count={errors} color="danger" size="small" />
          )}
        </Tab>
      ))}
    </TabList>
  );
}

/** Where nothing in it can take the keyboard it does so itself: Tab would never leave the tabs else. */
function TabBody({ tab, drafts }: { readonly tab: PaneTab; readonly drafts: number }) {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <main className={styles.body}>
      <div id="pane-body" role="tabpanel" aria-labelledby={`tab-${tab}`} {...(tab === "findings" && STOP)}>
        <Suspense fallback={<Spinner className={styles.coming} size="small" label={words.busy.other} />}>
          {tab === "findings" && <Findings drafts={drafts} />}
          {tab === "balances" && <Balances />}
          {tab === "reports" && <Reports />}
        </Suspense>
      </div>
    </main>
  );
}
