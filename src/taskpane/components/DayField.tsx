import { Field, Input, makeStyles } from "@fluentui/react-components";
import { dayAsked } from "../../app/day-asked";
import { dayText } from "../../domain/kernel/day";
import { titleIn } from "../../domain/kernel/title";
import { usePaneWorld, useWords } from "../hooks/pane-world";
import { textIn } from "../report-form";
import type { FieldProps } from "./field-props";

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

/**
 * A day, typed in any form that a cell of the book may have; it is shown as 2026-01-05 once it is left, the
 * same in every language.
 */
export function DayField({ parameter, said, say, fault }: FieldProps) {
  const styles = useStyles();
  const { book } = usePaneWorld();
  const { language, words } = useWords();
  const typed = textIn(said);
  const day = dayAsked(typed.trim(), book.today());
  const hint = parameter.fallback === "today" ? { hint: words.reports.blankIsToday } : {};
  const wrong = fault === null ? {} : { validationMessage: words.reports.faults[fault] };
  return (
    <Field label={titleIn(language, parameter.title)} {...hint} {...wrong}>
      <Input
        className={styles.input}
        value={typed}
        placeholder="2026-01-05"
        maxLength={20}
        onChange={(_, { value }) => say(value)}
        onBlur={() => {
          if (day !== null && typed !== "") say(typed.trim() === "" ? "" : dayText(day));
        }}
      />
    </Field>
  );
}
