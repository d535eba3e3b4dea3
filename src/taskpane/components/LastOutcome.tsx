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
import type { Outcome } from "../../open-book/book-state";
import { useBookState, useWords } from "../hooks/pane-world";
import { useSentence } from "../hooks/use-sentence";
import { type OutcomeText, outcomeText } from "../outcome-text";

const useStyles = makeStyles({
  root: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  bar: { alignItems: "start", paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: "normal", lineHeight: tokens.lineHeightBase300, fontSize: tokens.fontSizeBase300 },
  title: { display: "block", fontSize: tokens.fontSizeBase300 },
  more: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** What the last action came to, until it is put away or the next one begins. */
export function LastOutcome({ drafts }: { readonly drafts: number }) {
  const styles = useStyles();
  const { last, busy } = useBookState();
  const { words } = useWords();
  const { whole } = useSentence();
  const [putAway, setPutAway] = useState<Outcome | null>(null);
  const isShown = last !== null && last !== putAway && busy === null;
  const text = isShown ? outcomeText(last, { words, say: whole, drafts }) : null;
  return (
    <>
      <div role="status" aria-live="polite">
        {text !== null && text.intent !== "error" && (
          <div className={styles.root}>
            <Told text={text} putAway={() => setPutAway(last)} />
          </div>
        )}
      </div>
      <div role="alert">
        {text?.intent === "error" && (
          <div className={styles.root}>
            <Told text={text} putAway={() => setPutAway(last)} />
          </div>
        )}
      </div>
    </>
  );
}

function Told({ text, putAway }: { readonly text: OutcomeText; readonly putAway: () => void }) {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <MessageBar intent={text.intent} layout="multiline" politeness="polite" className={styles.bar}>
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
  );
}
