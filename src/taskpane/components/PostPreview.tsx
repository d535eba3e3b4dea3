import { Button, makeStyles } from "@fluentui/react-components";
import { DocumentSearch24Regular } from "@fluentui/react-icons/svg/document-search";
import type { PostAnswer } from "../../app/post-drafts";
import type { Change as FigureChange } from "../../domain/posting/figure-change";
import { useBookState, useWords } from "../hooks/pane-world";
import type { Posting, Preview } from "../hooks/use-posting";
import { AskName, useNaming } from "./AskName";
import { Notice } from "./Notice";
import { OldFigures } from "./OldFigures";
import { PaneDialog } from "./PaneDialog";
import { PreviewBalances } from "./PreviewBalances";
import { PreviewDocuments } from "./PreviewDocuments";
import { PreviewRefused } from "./PreviewRefused";
import { PreviewRestated } from "./PreviewRestated";

const useStyles = makeStyles({ grow: { flex: 1, minWidth: 0 } });

/** What posting would do, all of it, before anything is written: to be confirmed or left. */
export function PostPreview({ posting, preview }: { readonly posting: Posting; readonly preview: Preview }) {
  const { words } = useWords();
  const { isStale, revision } = useBookState();
  const naming = useNaming();
  const isOld = isStale || revision !== preview.revision;
  return (
    <PaneDialog
      title={words.preview.title}
      leave={posting.leave}
      notice={isOld && <OldFigures />}
      buttons={
        <Buttons
          posting={posting}
          count={preview.answer.posted.length}
          isOld={isOld}
          confirm={() => naming.named(posting.confirm)}
        />
      }
    >
      <AskName naming={naming} />
      <Contents preview={preview} />
    </PaneDialog>
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

/** What becomes of accounts stands with the balances. */
function isOfRow({ old, period, account }: FigureChange): boolean {
  return old !== null && period === undefined && account === undefined;
}

function Effects({ preview: { effects = [], diff = [] } }: { readonly preview: PostAnswer }) {
  const rows = diff.filter(isOfRow);
  const months = rows.length === 0 ? [] : diff.filter(({ period }) => period !== undefined);
  const restated = [...rows, ...months];
  return (
    <>
      <PreviewBalances effects={effects} />
      {restated.length > 0 && <PreviewRestated changes={restated} />}
    </>
  );
}

function Buttons(props: {
  readonly posting: Posting;
  readonly count: number;
  readonly isOld: boolean;
  readonly confirm: () => void;
}) {
  const { posting, count, isOld, confirm } = props;
  const styles = useStyles();
  const { words } = useWords();
  const { busy } = useBookState();
  const common = { className: styles.grow, appearance: "primary", disabledFocusable: busy !== null } as const;
  return (
    <>
      <Button onClick={posting.leave}>{words.cancel}</Button>
      {isOld ? (
        <Button {...common} onClick={posting.begin}>
          {words.preview.again}
        </Button>
      ) : (
        <Button {...common} disabled={count === 0} onClick={confirm}>
          {words.preview.confirm(count)}
        </Button>
      )}
    </>
  );
}
