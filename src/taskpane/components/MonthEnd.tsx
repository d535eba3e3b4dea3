import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useBookState, useWords } from "../hooks/pane-world";
import { type MonthEnd as Course, useMonthEnd } from "../hooks/use-month-end";
import { AskName, type Naming, useNaming } from "./AskName";
import { Checklist } from "./Checklist";
import { FindingsList } from "./FindingsList";
import { OldFigures } from "./OldFigures";
import { PaneDialog } from "./PaneDialog";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  closed: { margin: 0, color: tokens.colorNeutralForeground2 },
  grow: { flex: 1, minWidth: 0 },
});

/** Closes a month once its checklist was gone through, or opens the last one again. */
export function MonthEnd({ leave }: { readonly leave: () => void }) {
  const { words } = useWords();
  const { isStale, revision } = useBookState();
  const naming = useNaming();
  const course = useMonthEnd(leave);
  const { gone, refused } = course;
  const isOld = gone !== null && (isStale || revision !== gone.revision);
  const against = [...refused, ...(gone?.findings ?? [])];
  return (
    <PaneDialog
      title={words.months.title}
      leave={leave}
      notice={isOld && <OldFigures />}
      buttons={<Buttons course={course} naming={naming} isOld={isOld} leave={leave} />}
    >
      <AskName naming={naming} />
      <MonthFields course={course} />
      <Checklist course={course} />
      {against.length > 0 && <FindingsList findings={against} />}
    </PaneDialog>
  );
}

function MonthFields({ course: { form, change, closed } }: { readonly course: Course }) {
  const styles = useStyles();
  const { words } = useWords();
  const { months } = words;
  const isNeeded = closed !== null || form.waive.length > 0;
  return (
    <div className={styles.form}>
      <Field label={months.period} hint={months.periodHint} required>
        <Input value={form.period} maxLength={20} onChange={(_, { value }) => change({ period: value })} />
      </Field>
      {closed !== null && (
        <p className={styles.closed}>{months.closed(closed.closedAt.slice(0, 10), closed.closedBy)}</p>
      )}
      <Field label={words.correct.reason} required={isNeeded}>
        <Input value={form.reason} maxLength={200} onChange={(_, { value }) => change({ reason: value })} />
      </Field>
    </div>
  );
}

function Buttons(props: {
  readonly course: Course;
  readonly naming: Naming;
  readonly isOld: boolean;
  readonly leave: () => void;
}) {
  const { course, naming, isOld, leave } = props;
  const styles = useStyles();
  const { words } = useWords();
  const { busy } = useBookState();
  const { months } = words;
  const next = nextDeed(course, isOld);
  const deed = {
    goThrough: { label: months.goThrough, does: course.goThrough },
    close: { label: months.close(course.form.period.trim()), does: () => naming.named(course.close) },
    reopen: { label: months.reopen(course.form.period.trim()), does: () => naming.named(course.reopen) },
  }[next];
  return (
    <>
      <Button onClick={leave}>{words.cancel}</Button>
      <Button
        className={styles.grow}
        appearance="primary"
        disabled={!isReasoned(course, next)}
        disabledFocusable={busy !== null}
        onClick={deed.does}
      >
        {deed.label}
      </Button>
    </>
  );
}

type Deed = "goThrough" | "close" | "reopen";

/** A closed period can be opened; an open one closed, once nothing stands against it that is not waived. */
function nextDeed({ closed, gone, form }: Course, isOld: boolean): Deed {
  if (closed !== null) return "reopen";
  if (gone === null || isOld) return "goThrough";
  const standing = gone.checklist.filter(
    ({ state, check }) => state === "failed" && !form.waive.includes(check),
  );
  return standing.length === 0 ? "close" : "goThrough";
}

/** What is waived, or opened again, needs a reason. */
function isReasoned({ form }: Course, deed: Deed): boolean {
  if (form.period.trim() === "") return false;
  return deed === "goThrough" || form.reason.trim() !== "" || (deed === "close" && form.waive.length === 0);
}
