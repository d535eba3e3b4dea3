import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Finding, Place } from "../../domain/kernel/finding";
import { usePaneWorld, useWords } from "../hooks/pane-world";
import { useSentence } from "../hooks/use-sentence";
import { useRowStyles } from "./row-styles";
import { Severity } from "./Severity";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  place: { color: tokens.colorNeutralForeground3, overflow: "hidden", textOverflow: "ellipsis" },
  text: { display: "block", marginTop: "2px", textWrap: "pretty", overflowWrap: "anywhere" },
  lost: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

/** One finding: how grave, where, what; pressing it selects the cell in the workbook. */
export function FindingItem(props: {
  readonly finding: Finding;
  /** Its table is named nowhere else. */
  readonly isAlone?: boolean;
}) {
  const { finding, isAlone = false } = props;
  const rows = useRowStyles();
  const styles = useStyles();
  const { book } = usePaneWorld();
  const { words } = useWords();
  const [isLost, setLost] = useState(false);
  const go = async (place: Place): Promise<void> => {
    setLost(!(await book.select(place)));
  };
  return (
    <li>
      {finding.table === null ? (
        <div className={rows.still}>
          <Said finding={finding} isAlone={isAlone} />
        </div>
      ) : (
        <button
          type="button"
          className={mergeClasses(rows.row, rows.pressable)}
          title={words.findings.go}
          onClick={() => void go(finding)}
        >
          <Said finding={finding} isAlone={isAlone} />
        </button>
      )}
      {isLost && (
        <p role="alert" className={mergeClasses(rows.still, styles.lost)}>
          {words.outcome.selectFailed}
        </p>
      )}
    </li>
  );
}

function Said({ finding, isAlone }: { readonly finding: Finding; readonly isAlone: boolean }) {
  const styles = useStyles();
  const saying = useSentence();
  const where = useWhere(finding, isAlone);
  return (
    <>
      <span className={styles.head}>
        <Severity grade={finding.severity} />
        {finding.table !== null && <span className={styles.place}>{where}</span>}
      </span>
      <span className={styles.text}>{saying.plain(finding)}</span>
    </>
  );
}

/** The place of a finding: its table where that is asked for, its row of the sheet, its column. */
function useWhere({ table, row, column }: Finding, isWithTable: boolean): string {
  const { words } = useWords();
  const saying = useSentence();
  if (table === null) return "";
  const rowText = row > 0 ? words.findings.row(saying.row(table, row)) : words.findings.wholeTable;
  const header = column === null ? [] : [saying.column(table, column) ?? column];
  return [...(isWithTable ? [saying.table(table) ?? table] : []), rowText, ...header].join(" · ");
}
