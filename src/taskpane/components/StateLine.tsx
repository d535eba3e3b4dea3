import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSync16Regular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import type { ReactNode } from "react";
import type { Counts } from "../../open-book/book-state";
import { useBookState, useIsReadOnly, useWords } from "../hooks/pane-world";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    minHeight: "20px",
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  part: { display: "inline-flex", alignItems: "center", gap: "4px" },
  bad: { color: tokens.colorPaletteRedForeground1 },
  good: { color: tokens.colorBrandForeground1 },
  stale: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { flexBasis: "100%", color: tokens.colorNeutralForeground3 },
});

/**
 * How much waits to be posted, what the last check found, and whether the tables changed since; at its end
 * the children.
 */
export function StateLine({ counts, children }: { readonly counts: Counts; readonly children: ReactNode }) {
  const styles = useStyles();
  const isReadOnly = useIsReadOnly();
  const { isStale, areFindingsOld } = useBookState();
  const { words } = useWords();
  return (
    <div className={styles.root} role="group" aria-label={words.state.label}>
      <span>{words.state.drafts(counts.drafts)}</span>
      <Errors />
      {(isStale || areFindingsOld) && (
        <span className={mergeClasses(styles.part, styles.stale)} title={words.state.staleHint}>
          <ArrowSync16Regular aria-hidden />
          {words.state.stale}
        </span>
      )}
      {children}
      {isReadOnly && <span className={styles.hint}>{words.state.readOnly}</span>}
    </div>
  );
}

function Errors() {
  const styles = useStyles();
  const { findings } = useBookState();
  const { words } = useWords();
  if (findings === null) return <span>{words.state.unchecked}</span>;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return errors === 0 ? (
    <span className={mergeClasses(styles.part, styles.good)}>
      <CheckmarkCircle16Filled aria-hidden />
      {words.state.noErrors}
    </span>
  ) : (
    <span className={mergeClasses(styles.part, styles.bad)}>
      <ErrorCircle16Filled aria-hidden />
      {words.state.errors(errors)}
    </span>
  );
}
