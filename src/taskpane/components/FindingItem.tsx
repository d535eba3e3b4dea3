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
export function FindingItem({ finding }: { readonly finding: Finding }) {
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
          <Said finding={finding} />
        </div>
      ) : (
        <button
          type="button"
          className={mergeClasses(rows.row, rows.pressable)}
          title={words.findings.go}
          onClick={() => void go(finding)}
        >
          <Said finding={finding} />
        </button>
      )}
      <div role="status">
        {isLost && <p className={mergeClasses(rows.still, styles.lost)}>{words.outcome.selectFailed}</p>}
      </div>
    </li>
  );
}

function Said({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const { words } = useWords();
  const saying = useSentence();
  const { table, row, column } = finding;
  const header = table === null || column === null ? null : (saying.column(table, column) ?? column);
  const shown = table === null || row === 0 ? row : saying.row(table, row);
  const where = [shown > 0 ? words.findings.row(shown) : words.findings.wholeTable, header];
  return (
    <>
      <span className={styles.head}>
        <Severity grade={finding.severity} />
        {table !== null && (
          <span className={styles.place}>{where.filter((part) => part !== null).join(" · ")}</span>
        )}
      </span>
      <span className={styles.text}>{saying.plain(finding)}</span>
    </>
  );
}
