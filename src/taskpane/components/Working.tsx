import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { Edit20Regular } from "@fluentui/react-icons/svg/edit";
import type { PaneWords } from "../../locales/pane-zh-cn";
import type { Busy } from "../../open-book/book-state";
import { usePaneWorld, useWords } from "../hooks/pane-world";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  },
  waiting: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  line: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "32px" },
  text: { flex: 1, minWidth: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  percent: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

function wordOf(words: PaneWords, verb: string): string {
  const known = new Map<string, string>(Object.entries({ ...words.busy, done: "" }));
  return known.get(verb) ?? words.busy.other;
}

/** What is being done, how far it is, and how to stop it; what the user must do first where it waits. */
export function Working({ busy }: { readonly busy: Busy }) {
  const styles = useStyles();
  const { words } = useWords();
  const { verb, done, waitingForCell } = busy;
  if (waitingForCell) return <Waiting canStop />;
  const percent = Math.round(done * 100);
  const known = done > 0 ? { value: done } : {};
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <span className={styles.text} role="status">
          {wordOf(words, verb)}
        </span>
        {done > 0 && <span className={styles.percent}>{words.busy.done(percent)}</span>}
        {busy.canCancel && <Stop />}
      </div>
      <ProgressBar {...known} aria-label={wordOf(words, verb)} thickness="medium" />
    </div>
  );
}

/** A cell is being edited: nothing goes on until that is over, and nothing but the user can end it. */
export function Waiting({ canStop = false }: { readonly canStop?: boolean }) {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <div className={mergeClasses(styles.root, styles.waiting)} role="alert">
      <div className={styles.line}>
        <Edit20Regular aria-hidden />
        <span className={mergeClasses(styles.text, styles.strong)}>{words.busy.editing}</span>
        {canStop && <Stop />}
      </div>
      <p className={styles.hint}>{words.busy.editingHint}</p>
    </div>
  );
}

function Stop() {
  const { book } = usePaneWorld();
  const { words } = useWords();
  return (
    <Button size="small" onClick={() => book.cancel()}>
      {words.cancel}
    </Button>
  );
}
