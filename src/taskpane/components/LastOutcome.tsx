import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { bookTrouble } from "../../app/trouble";
import type { Finding } from "../../domain/kernel/finding";
import type { Outcome } from "../../open-book/book-state";
import { useBookState, useWords } from "../hooks/pane-world";
import { useSentence } from "../hooks/use-sentence";
import { isTold, isUnseen, type OutcomeText, outcomeText } from "../outcome-text";

const useStyles = makeStyles({
  root: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  bar: { alignItems: "start", paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: "normal", lineHeight: tokens.lineHeightBase300, fontSize: tokens.fontSizeBase300 },
  title: { display: "block", fontSize: tokens.fontSizeBase300 },
  more: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** What the last action came to, until it is put away or the next one begins. */
export function LastOutcome({ tab = "" }: { readonly tab?: string }) {
  const { told, putAway } = useTold(tab);
  const text = useText(told);
  const isError = text?.intent === "error";
  return (
    <>
      <div role="status">{text !== null && !isError && <Told text={text} putAway={putAway} />}</div>
      <div role="alert">{text !== null && isError && <Told text={text} putAway={putAway} />}</div>
    </>
  );
}

/**
 * The outcome that is to be told. Good news is gone when one turns to something else or the book is changed
 * otherwise, taken back for one; a refusal when what is asked next is done, or the book can be read or
 * written again. What the pane did for itself never takes its place.
 */
function useTold(tab: string): { readonly told: Outcome | null; readonly putAway: () => void } {
  const { last, revision } = useBookState();
  const [told, tell] = useState<Outcome | null>(null);
  const [seen, see] = useState<Outcome | null>(null);
  const [at, stand] = useState({ tab, revision });
  const isFreed = useFreed();
  const putAway = (): void => tell(null);
  if (tab !== at.tab || revision !== at.revision) {
    stand({ tab, revision });
    if (told?.value !== null) putAway();
  }
  if (isFreed && isRefusal(told)) putAway();
  if (last !== seen) {
    see(last);
    tell(afterwards(told, last));
  }
  return { told, putAway };
}

/** What is to be told after another action came to its end. */
function afterwards(told: Outcome | null, last: Outcome | null): Outcome | null {
  if (last === null || isUnseen(last.verb)) return told;
  if (isTold(last)) return last;
  return isRefusal(told) ? null : told;
}

/** True in the moment from which the book can be read and written again. */
function useFreed(): boolean {
  const { phase, isReadOnly } = useBookState();
  const [wasFree, setFree] = useState(false);
  const isFree = phase.is === "open" && !isReadOnly;
  if (isFree !== wasFree) setFree(isFree);
  return isFree && !wasFree;
}

function isRefusal(told: Outcome | null): boolean {
  return told !== null && told.value === null && !told.isCancelled;
}

function useText(told: Outcome | null): OutcomeText | null {
  const { busy, phase } = useBookState();
  const { words } = useWords();
  const { whole } = useSentence();
  const findings = useSaidAnew(told);
  if (told === null || (busy !== null && !isUnseen(busy.verb))) return null;
  return outcomeText(
    { ...told, findings },
    { words, say: whole, drafts: phase.is === "open" ? phase.counts.drafts : 0 },
  );
}

/** What the workbook refused is said in the language of now. */
function useSaidAnew(told: Outcome | null): readonly Finding[] {
  const { language } = useWords();
  const trouble = bookTrouble(told?.thrown, language);
  return trouble === null ? (told?.findings ?? []) : [trouble];
}

function Told({ text, putAway }: { readonly text: OutcomeText; readonly putAway: () => void }) {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <div className={styles.root}>
      <MessageBar intent={text.intent} layout="singleline" className={styles.bar}>
        <MessageBarBody className={styles.body}>
          <MessageBarTitle className={styles.title}>{text.title}</MessageBarTitle>
          {text.more.map((line) => (
            <span key={line} className={styles.more}>
              {line}
            </span>
          ))}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={words.close}
              onClick={putAway}
            />
          }
        />
      </MessageBar>
    </div>
  );
}
