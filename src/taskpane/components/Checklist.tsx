import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Eye16Regular } from "@fluentui/react-icons/svg/eye";
import type { ChecklistRow } from "../../app/close-period";
import { usePaneWorld, useWords } from "../hooks/pane-world";
import { useDeedWords } from "../hooks/use-deed-words";
import type { MonthEnd } from "../hooks/use-month-end";
import { useRowStyles } from "./row-styles";

const ICONS = {
  passed: CheckmarkCircle16Filled,
  review: Eye16Regular,
  failed: ErrorCircle16Filled,
  waived: ErrorCircle16Filled,
};

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  sign: { display: "inline-flex", alignSelf: "center", flexShrink: 0 },
  passed: { color: tokens.colorBrandForeground1 },
  review: { color: tokens.colorPaletteDarkOrangeForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  waived: { color: tokens.colorNeutralForeground3 },
  waive: { marginLeft: tokens.spacingHorizontalXXL },
});

/** What is to be looked at before a period is closed; a failure can be waived, all else leads to its row. */
export function Checklist({ course }: { readonly course: MonthEnd }) {
  const styles = useStyles();
  const { months } = useDeedWords();
  return (
    <ul className={styles.list} aria-label={months.checklist}>
      {(course.gone?.checklist ?? []).map((row) => (
        <li key={row.check}>
          <ChecklistLine row={row} />
          {(row.state === "failed" || row.state === "waived") && <Waive row={row} course={course} />}
        </li>
      ))}
    </ul>
  );
}

function ChecklistLine({ row }: { readonly row: ChecklistRow }) {
  const rows = useRowStyles();
  const { book } = usePaneWorld();
  const { words } = useWords();
  return row.first.table === null ? (
    <div className={mergeClasses(rows.still, rows.columns)}>
      <Said row={row} />
    </div>
  ) : (
    <button
      type="button"
      className={mergeClasses(rows.row, rows.pressable, rows.columns)}
      title={words.findings.go}
      onClick={() => void book.select(row.first)}
    >
      <Said row={row} />
    </button>
  );
}

function Said({ row: { check, state, count } }: { readonly row: ChecklistRow }) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { months } = useDeedWords();
  const Icon = ICONS[state];
  return (
    <>
      <span className={mergeClasses(styles.sign, styles[state])}>
        <Icon aria-hidden />
      </span>
      <span className={rows.wide}>{months.checks[check]}</span>
      <span className={mergeClasses(rows.figure, rows.quiet)}>{months.states[state](count)}</span>
    </>
  );
}

function Waive({ row: { check }, course }: { readonly row: ChecklistRow; readonly course: MonthEnd }) {
  const styles = useStyles();
  const { months } = useDeedWords();
  const { waive } = course.form;
  const others = waive.filter((each) => each !== check);
  return (
    <Checkbox
      className={styles.waive}
      label={months.waive}
      checked={waive.includes(check)}
      onChange={(_, { checked }) => course.change({ waive: checked === true ? [...others, check] : others })}
    />
  );
}
