import {
  Button,
  Dialog,
  DialogSurface,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons/svg/arrow-left";
import { DocumentSearch24Regular } from "@fluentui/react-icons/svg/document-search";
import type { PostAnswer } from "../../app/post-drafts";
import { type RefObject, useRef, useState } from "react";
import { useBookState, usePaneWorld, useWords } from "../hooks/pane-world";
import type { Posting, Preview } from "../hooks/use-posting";
import { Notice } from "./Notice";
import { PreviewBalances } from "./PreviewBalances";
import { PreviewDocuments } from "./PreviewDocuments";
import { PreviewRefused } from "./PreviewRefused";
import { PreviewRestated } from "./PreviewRestated";

const useStyles = makeStyles({
  surface: {
    display: "flex",
    flexDirection: "column",
    boxSizing: "border-box",
    width: "100vw",
    maxWidth: "100vw",
    height: "100dvh",
    maxHeight: "100dvh",
    margin: 0,
    padding: 0,
    border: 0,
    borderRadius: 0,
    overflow: "hidden",
  },
  head: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  body: { flex: 1, overflowY: "auto", paddingBottom: tokens.spacingVerticalL },
  foot: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow8,
  },
  grow: { flex: 1, minWidth: 0 },
  stale: { margin: tokens.spacingHorizontalL },
  name: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
});

/** What posting would do, all of it, before anything is written: to be confirmed or left. */
export function PostPreview({ posting, preview }: { readonly posting: Posting; readonly preview: Preview }) {
  const styles = useStyles();
  const { user } = useBookState();
  const { words } = useWords();
  const [isMissed, miss] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const confirm = (): void => {
    if (user !== "") posting.confirm();
    else {
      miss(true);
      field.current?.focus();
    }
  };
  return (
    <Dialog open onOpenChange={posting.leave} surfaceMotion={null}>
      <DialogSurface className={styles.surface} aria-label={words.preview.title}>
        <div className={styles.head}>
          <Button
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
            aria-label={words.back}
            onClick={posting.leave}
          />
          <h2 className={styles.title}>{words.preview.title}</h2>
        </div>
        <div className={styles.body}>
          <AskName isMissed={isMissed} field={field} />
          <Contents preview={preview} />
        </div>
        <Foot posting={posting} preview={preview} confirm={confirm} />
      </DialogSurface>
    </Dialog>
  );
}

/** Asks for the name that will stand in the documents, without which nothing is posted. */
function AskName(props: {
  /** It was tried to post without. */
  readonly isMissed: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const styles = useStyles();
  const { book } = usePaneWorld();
  const { user } = useBookState();
  const { words } = useWords();
  const [isAsked] = useState(user === "");
  const [typed, type] = useState("");
  if (!isAsked) return null;
  const missed = props.isMissed && user === "" ? { validationMessage: words.preview.nameless } : {};
  return (
    <Field className={styles.name} label={words.user.label} hint={words.user.hint} required {...missed}>
      <Input
        input={{ ref: props.field }}
        value={typed}
        maxLength={40}
        onChange={(_, { value }) => type(value)}
        onBlur={() => book.setUser(typed)}
      />
    </Field>
  );
}

function Contents({ preview: { answer } }: { readonly preview: Preview }) {
  const { words } = useWords();
  const { posted, refused, documents = [] } = answer;
  return (
    <>
      {posted.length === 0 ? (
        <Notice icon={<DocumentSearch24Regular />} title={words.preview.none} text={words.preview.noneHint} />
      ) : (
        <PreviewDocuments posted={posted} documents={documents} />
      )}
      {refused.length > 0 && <PreviewRefused refused={refused} documents={documents} />}
      {posted.length > 0 && <Effects preview={answer} />}
    </>
  );
}

function Effects({ preview: { effects = [], diff = [] } }: { readonly preview: PostAnswer }) {
  const rows = diff.filter(({ old, period }) => old !== null && period === undefined);
  const months = rows.length === 0 ? [] : diff.filter(({ period }) => period !== undefined);
  const restated = [...rows, ...months];
  return (
    <>
      <PreviewBalances effects={effects} />
      {restated.length > 0 && <PreviewRestated changes={restated} />}
    </>
  );
}

function Foot(props: { readonly posting: Posting; readonly preview: Preview; readonly confirm: () => void }) {
  const { posting, preview, confirm } = props;
  const styles = useStyles();
  const { words } = useWords();
  const { isStale, revision, busy } = useBookState();
  const isOld = isStale || revision !== preview.revision;
  const count = preview.answer.posted.length;
  return (
    <>
      {isOld && (
        <MessageBar intent="warning" layout="multiline" className={styles.stale}>
          <MessageBarBody>{words.preview.old}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.foot}>
        <Button onClick={posting.leave}>{words.cancel}</Button>
        {isOld ? (
          <Button
            className={styles.grow}
            appearance="primary"
            disabledFocusable={busy !== null}
            onClick={posting.begin}
          >
            {words.preview.again}
          </Button>
        ) : (
          <Button
            className={styles.grow}
            appearance="primary"
            disabled={count === 0}
            disabledFocusable={busy !== null}
            onClick={confirm}
          >
            {words.preview.confirm(count)}
          </Button>
        )}
      </div>
    </>
  );
}
