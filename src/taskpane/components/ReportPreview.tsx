import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DocumentTable24Regular } from "@fluentui/react-icons/svg/document-table";
import { useMemo } from "react";
import type { ReportDefinition, ReportResult } from "../../domain/reports/report";
import { useWords } from "../hooks/pane-world";
import { usePage } from "../hooks/use-page";
import { type SeenRow, type SeenTable, seenTable } from "../report-table";
import { Notice } from "./Notice";
import { Pager } from "./Pager";

/** Pixels of what stands above a new preview that stay in sight: the buttons. */
const ABOVE = 56;

const useStyles = makeStyles({
  frame: {
    overflowX: "auto",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  table: {
    borderCollapse: "collapse",
    minWidth: "100%",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cell: {
    padding: "6px 10px",
    textAlign: "start",
    whiteSpace: "nowrap",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: tokens.fontWeightRegular,
    ":first-child": { paddingLeft: tokens.spacingHorizontalL },
    ":last-child": { paddingRight: tokens.spacingHorizontalL },
  },
  head: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  figure: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  sum: { fontWeight: tokens.fontWeightSemibold },
  total: { backgroundColor: tokens.colorNeutralBackground2 },
});

/** Brings a frame that has just come to the top of what is seen, and the keyboard to it. */
function focused(frame: HTMLElement | null): void {
  if (frame === null) return;
  frame.focus({ preventScroll: true });
  const body = frame.closest("main");
  if (body !== null)
    body.scrollTop += frame.getBoundingClientRect().top - body.getBoundingClientRect().top - ABOVE;
}

/** A report in brief, a page at a time; wide ones scroll sideways in a frame of their own. */
export function ReportPreview(props: { readonly result: ReportResult; readonly report: ReportDefinition }) {
  const styles = useStyles();
  const { language, words } = useWords();
  const { result, report } = props;
  const table = useMemo(
    () => seenTable(result, { report, language, words: words.reports }),
    [result, report, language, words],
  );
  const page = usePage(table.rows);
  if (table.rows.length === 0)
    return <Notice icon={<DocumentTable24Regular />} title={words.reports.noRows} />;
  return (
    <>
      <div
        className={styles.frame}
        role="region"
        aria-label={words.reports.preview}
        tabIndex={0}
        ref={focused}
      >
        <table className={styles.table}>
          <Head columns={table.columns} />
          <tbody>
            {page.shown.map((row, place) => (
              <Row key={String(page.first + place)} row={row} columns={table.columns} />
            ))}
          </tbody>
          {table.totals !== null && (
            <tfoot className={styles.total}>
              <Row row={table.totals} columns={table.columns} />
            </tfoot>
          )}
        </table>
      </div>
      <Pager page={page} />
    </>
  );
}

function Head({ columns }: Pick<SeenTable, "columns">) {
  const styles = useStyles();
  return (
    <thead>
      <tr>
        {columns.map(({ id, title, isFigure }) => (
          <th
            key={id}
            scope="col"
            className={mergeClasses(styles.cell, styles.head, isFigure && styles.figure)}
          >
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ row, columns }: { readonly row: SeenRow } & Pick<SeenTable, "columns">) {
  const styles = useStyles();
  return (
    <tr>
      {row.cells.map((cell, i) => (
        <td
          key={columns[i].id}
          className={mergeClasses(styles.cell, columns[i].isFigure && styles.figure, row.isSum && styles.sum)}
        >
          {cell}
        </td>
      ))}
    </tr>
  );
}
