import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { RefusedDocument } from "../../app/post-drafts";
import type { PreviewedDocument } from "../../app/post-preview";
import { useWords } from "../hooks/pane-world";
import { useSentence } from "../hooks/use-sentence";
import { DocumentLine } from "./PreviewDocuments";
import { PreviewSection } from "./PreviewSection";
import { useRowStyles } from "./row-styles";
import { Severity } from "./Severity";

const useStyles = makeStyles({
  why: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "start" },
  reasons: {
    listStyleType: "none",
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { overflowWrap: "anywhere" },
});

/** The drafts that stay drafts, each with all that keeps it from being posted. */
export function PreviewRefused(props: {
  readonly refused: readonly RefusedDocument[];
  readonly documents: readonly PreviewedDocument[];
}) {
  const { words } = useWords();
  const { refused, documents } = props;
  const byDraft = new Map(documents.map((document) => [document.draft, document]));
  return (
    <PreviewSection
      title={words.preview.refused(refused.length)}
      hint={words.preview.refusedHint}
      members={refused}
      show={(each) => <RefusedItem key={each.draft} refused={each} document={byDraft.get(each.draft)} />}
    />
  );
}

function RefusedItem(props: {
  readonly refused: RefusedDocument;
  readonly document: PreviewedDocument | undefined;
}) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { whole } = useSentence();
  const { refused, document } = props;
  const errors = refused.findings.filter(({ severity }) => severity === "error");
  const isDayRead = errors.every(({ column }) => column !== "date");
  return (
    <li>
      {document !== undefined && (
        <DocumentLine document={isDayRead ? document : { ...document, date: null }} />
      )}
      <ul className={styles.reasons}>
        {errors.map((found) => (
          <li key={whole(found)} className={mergeClasses(styles.why, rows.quiet)}>
            <Severity grade={found.severity} />
            <span className={styles.text}>{whole(found)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
