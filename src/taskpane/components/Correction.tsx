import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { dayAsked } from "../../app/day-asked";
import { useBookState, usePaneWorld, useWords } from "../hooks/pane-world";
import { type Correction as Course, useCorrection } from "../hooks/use-correction";
import { AskName, type Naming, useNaming } from "./AskName";
import { FindingsList } from "./FindingsList";
import { OldFigures } from "./OldFigures";
import { PaneDialog } from "./PaneDialog";
import { PreviewRestated } from "./PreviewRestated";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  none: { padding: `0 ${tokens.spacingHorizontalL}`, color: tokens.colorNeutralForeground2 },
  grow: { flex: 1, minWidth: 0 },
});

/** Takes a posted document back, void or by a reversal, once all that changes with it was looked at. */
export function Correction({ leave }: { readonly leave: () => void }) {
  const { words } = useWords();
  const { isStale, revision } = useBookState();
  const naming = useNaming();
  const course = useCorrection(leave);
  const { looked, refused } = course;
  const isOld = looked !== null && (isStale || revision !== looked.revision);
  return (
    <PaneDialog
      title={words.correct.title}
      leave={leave}
      notice={isOld && <OldFigures />}
      buttons={<Buttons course={course} naming={naming} isOld={isOld} leave={leave} />}
    >
      <AskName naming={naming} />
      <CorrectionFields course={course} />
      {refused.length > 0 && <FindingsList findings={refused} />}
      {looked !== null && <Effects diff={looked.diff} />}
    </PaneDialog>
  );
}

function CorrectionFields({ course: { form, change } }: { readonly course: Course }) {
  const styles = useStyles();
  const { words } = useWords();
  const { correct } = words;
  return (
    <div className={styles.form}>
      <Field label={correct.number} hint={correct.numberHint} required>
        <Input value={form.number} maxLength={40} onChange={(_, { value }) => change({ number: value })} />
      </Field>
      <RadioGroup
        aria-label={correct.how}
        value={form.how}
        onChange={(_, { value }) => change({ how: value === "reverse" ? "reverse" : "void" })}
      >
        {(["void", "reverse"] as const).map((how) => (
          <Radio
            key={how}
            value={how}
            label={
              <>
                {correct[how]}
                <br />
                <span className={styles.hint}>{correct.hints[how]}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
      {form.how === "reverse" && <ReversalDay date={form.date} say={(date) => change({ date })} />}
      <Field label={correct.reason}>
        <Input value={form.reason} maxLength={200} onChange={(_, { value }) => change({ reason: value })} />
      </Field>
    </div>
  );
}

function ReversalDay({ date, say }: { readonly date: string; readonly say: (date: string) => void }) {
  const { words } = useWords();
  const wrong = useIsDay(date) ? {} : { validationMessage: words.reports.faults.noDay };
  return (
    <Field label={words.correct.date} hint={words.reports.blankIsToday} {...wrong}>
      <Input value={date} placeholder="2026-01-05" maxLength={20} onChange={(_, { value }) => say(value)} />
    </Field>
  );
}

function useIsDay(date: string): boolean {
  const { book } = usePaneWorld();
  return dayAsked(date.trim(), book.today()) !== null;
}

function Effects({
  diff,
}: {
  readonly diff: readonly Parameters<typeof PreviewRestated>[0]["changes"][number][];
}) {
  const styles = useStyles();
  const { words } = useWords();
  return diff.length === 0 ? (
    <p className={styles.none}>{words.correct.nothing}</p>
  ) : (
    <PreviewRestated title={words.correct.changes} changes={diff} />
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
  const { form, looked } = course;
  const isAskable = useIsDay(form.date) && form.number.trim() !== "";
  const common = { className: styles.grow, appearance: "primary", disabledFocusable: busy !== null } as const;
  return (
    <>
      <Button onClick={leave}>{words.cancel}</Button>
      {looked === null || isOld ? (
        <Button {...common} disabled={!isAskable} onClick={course.look}>
          {isOld ? words.preview.again : words.correct.look}
        </Button>
      ) : (
        <Button {...common} onClick={() => naming.named(course.confirm)}>
          {words.correct.confirm[form.how](form.number.trim())}
        </Button>
      )}
    </>
  );
}
