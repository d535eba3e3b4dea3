import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { dayAsked } from "../../app/day-asked";
import type { Change } from "../../domain/posting/figure-change";
import { usePaneWorld, useWords } from "../hooks/pane-world";
import { type Correction as Course, useCorrection } from "../hooks/use-correction";
import { useDeedWords } from "../hooks/use-deed-words";
import { useIsOld } from "../hooks/use-is-old";
import { AskName, useNaming } from "./AskName";
import { FindingsList } from "./FindingsList";
import { useFormStyles } from "./form-styles";
import { type DialogDeed, PaneDialog } from "./PaneDialog";
import { PreviewRestated } from "./PreviewRestated";

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  none: { padding: `0 ${tokens.spacingHorizontalL}`, color: tokens.colorNeutralForeground2 },
});

/** Takes a posted document back, void or by a reversal, once all that changes with it was looked at. */
export function Correction({ leave }: { readonly leave: () => void }) {
  const { correct } = useDeedWords();
  const naming = useNaming();
  const course = useCorrection(leave);
  const { looked, refused } = course;
  const isOld = useIsOld(looked?.revision ?? null);
  const deed = useNext(course, isOld, naming.named);
  return (
    <PaneDialog title={correct.title} leave={leave} isOld={isOld} deed={deed}>
      <AskName naming={naming} />
      <CorrectionFields course={course} />
      {refused.length > 0 && <FindingsList findings={refused} />}
      {looked !== null && <Effects diff={looked.diff} />}
    </PaneDialog>
  );
}

/** It is looked at first, and anew where the book changed since; only then it is done. */
function useNext(course: Course, isOld: boolean, named: (deed: () => void) => void): DialogDeed {
  const { words } = useWords();
  const { correct } = useDeedWords();
  const { form, looked } = course;
  const number = form.number.trim();
  const isAskable = useIsDay(form.date) && number !== "";
  if (looked === null || isOld) {
    const label = isOld ? words.preview.again : correct.look;
    return { label, does: course.look, isOff: !isAskable };
  }
  return { label: correct.confirm[form.how](number), does: () => named(course.confirm) };
}

function CorrectionFields({ course: { form, change } }: { readonly course: Course }) {
  const styles = useStyles();
  const formStyles = useFormStyles();
  const { correct } = useDeedWords();
  return (
    <div className={formStyles.form}>
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
  const { correct } = useDeedWords();
  const wrong = useIsDay(date) ? {} : { validationMessage: words.reports.faults.noDay };
  return (
    <Field label={correct.date} hint={words.reports.blankIsToday} {...wrong}>
      <Input value={date} placeholder="2026-01-05" maxLength={20} onChange={(_, { value }) => say(value)} />
    </Field>
  );
}

function useIsDay(date: string): boolean {
  const { book } = usePaneWorld();
  return dayAsked(date.trim(), book.today()) !== null;
}

function Effects({ diff }: { readonly diff: readonly Change[] }) {
  const styles = useStyles();
  const { correct } = useDeedWords();
  return diff.length === 0 ? (
    <p className={styles.none}>{correct.nothing}</p>
  ) : (
    <PreviewRestated title={correct.changes} changes={diff} />
  );
}
