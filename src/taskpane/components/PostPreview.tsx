import { DocumentSearch24Regular } from "@fluentui/react-icons/svg/document-search";
import type { PostAnswer } from "../../app/post-drafts";
import type { Change as FigureChange } from "../../domain/posting/figure-change";
import { useWords } from "../hooks/pane-world";
import { useIsOld } from "../hooks/use-is-old";
import type { Posting, Preview } from "../hooks/use-posting";
import { AskName, useNaming } from "./AskName";
import { Notice } from "./Notice";
import { PaneDialog } from "./PaneDialog";
import { PreviewBalances } from "./PreviewBalances";
import { PreviewDocuments } from "./PreviewDocuments";
import { PreviewRefused } from "./PreviewRefused";
import { PreviewRestated } from "./PreviewRestated";

/** What posting would do, all of it, before anything is written: to be confirmed or left. */
export function PostPreview({ posting, preview }: { readonly posting: Posting; readonly preview: Preview }) {
  const { words } = useWords();
  const naming = useNaming();
  const isOld = useIsOld(preview.revision);
  const count = preview.answer.posted.length;
  const again = { label: words.preview.again, does: posting.begin };
  const confirm = {
    label: words.preview.confirm(count),
    does: () => naming.named(posting.confirm),
    isOff: count === 0,
  };
  return (
    <PaneDialog
      title={words.preview.title}
      leave={posting.leave}
      isOld={isOld}
      deed={isOld ? again : confirm}
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

/** What becomes of accounts stands with the balances; that an order is executed is what posting is for. */
function isOfRow({ old, period, account, column }: FigureChange): boolean {
  return old !== null && period === undefined && account === undefined && column !== "executed";
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
