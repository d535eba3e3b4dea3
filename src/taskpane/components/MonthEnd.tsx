import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useDeedWords } from "../hooks/use-deed-words";
import { useIsOld } from "../hooks/use-is-old";
import { type MonthEnd as Course, useMonthEnd } from "../hooks/use-month-end";
import { AskName, useNaming } from "./AskName";
import { Checklist } from "./Checklist";
import { FindingsList } from "./FindingsList";
import { useFormStyles } from "./form-styles";
import { PaneDialog } from "./PaneDialog";

const useStyles = makeStyles({ closed: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Closes a month once its checklist was gone through, or opens the last one again. */
export function MonthEnd({ leave }: { readonly leave: () => void }) {
  const { months } = useDeedWords();
  const naming = useNaming();
  const course = useMonthEnd(leave);
  const { form, gone, refused } = course;
  const isOld = useIsOld(gone?.revision ?? null);
  const next = nextDeed(course, isOld);
  const period = form.period.trim();
  const deed = {
    goThrough: { label: months.goThrough, does: course.goThrough },
    close: { label: months.close(period), does: () => naming.named(course.close) },
    reopen: { label: months.reopen(period), does: () => naming.named(course.reopen) },
  }[next];
  const against = [...refused, ...(gone?.findings ?? [])];
  return (
    <PaneDialog
      title={months.title}
      leave={leave}
      isOld={isOld}
      deed={{ ...deed, isOff: !isReasoned(course, next) }}
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
  const formStyles = useFormStyles();
  const { correct, months } = useDeedWords();
  const isNeeded = closed !== null || form.waive.length > 0;
  return (
    <div className={formStyles.form}>
      <Field label={months.period} hint={months.periodHint} required>
        <Input value={form.period} maxLength={20} onChange={(_, { value }) => change({ period: value })} />
      </Field>
      {closed !== null && (
        <p className={styles.closed}>{months.closed(closed.closedAt.slice(0, 10), closed.closedBy)}</p>
      )}
      <Field label={correct.reason} required={isNeeded}>
        <Input value={form.reason} maxLength={200} onChange={(_, { value }) => change({ reason: value })} />
      </Field>
    </div>
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
