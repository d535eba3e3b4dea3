import { mergeClasses } from "@fluentui/react-components";
import type { PreviewedDocument } from "../../app/post-preview";
import type { PostedDocument } from "../../app/settled-numbers";
import { moneyText } from "../figures";
import { useWords } from "../hooks/pane-world";
import { useTypeTitle } from "../hooks/use-type-title";
import { PreviewSection } from "./PreviewSection";
import { useRowStyles } from "./row-styles";

/** The documents that will be posted, in the order in which they will count. */
export function PreviewDocuments(props: {
  readonly posted: readonly PostedDocument[];
  readonly documents: readonly PreviewedDocument[];
}) {
  const { words } = useWords();
  const { posted, documents } = props;
  const byDraft = new Map(documents.map((document) => [document.draft, document]));
  return (
    <PreviewSection
      title={words.preview.ready(posted.length)}
      members={posted.flatMap(({ draft }) => byDraft.get(draft) ?? [])}
      show={(document) => (
        <li key={document.draft}>
          <DocumentLine document={document} />
        </li>
      )}
    />
  );
}

/** One document: what it is, with whom, when, how many lines, how much. */
export function DocumentLine({ document }: { readonly document: PreviewedDocument }) {
  const rows = useRowStyles();
  const { words } = useWords();
  const titleOf = useTypeTitle();
  const { type, date, lines, amount } = document;
  return (
    <div className={mergeClasses(rows.still, rows.columns)}>
      <span className={rows.wide}>
        <span>{[titleOf(type), ...aboutOf(document, words.preview.items)].join(" · ")}</span>
        <br />
        <span className={rows.quiet}>
          {[date, words.preview.lines(lines)].filter((part) => part !== null).join(" · ")}
        </span>
      </span>
      {amount !== null && <span className={rows.figure}>{moneyText(amount)}</span>}
    </div>
  );
}

/** With whom, on which account, about how many goods: the first of them that it names. */
function aboutOf(
  { partner, partnerName, account, accountName, items }: PreviewedDocument,
  counted: (items: number) => string,
): readonly string[] {
  if (partner !== null) return [partnerName || partner];
  if (account !== null) return [accountName || account];
  return items > 0 ? [counted(items)] : [];
}
