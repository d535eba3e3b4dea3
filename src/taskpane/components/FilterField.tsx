import { Button, Combobox, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import type { PivotRegister } from "../../app/report-choices";
import { titleIn } from "../../domain/kernel/title";
import { useWords } from "../hooks/pane-world";
import { useColumnValues } from "../hooks/use-report-choices";
import { clausesIn } from "../report-form";
import { ColumnSelect } from "./ColumnSelect";
import { columnTitle, registerOf } from "./ColumnsField";
import type { FieldProps } from "./field-props";

const MOST = 100;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  label: { lineHeight: tokens.lineHeightBase300 },
  clause: { display: "flex", alignItems: "end", gap: tokens.spacingHorizontalXS },
  wide: { flex: 1, minWidth: 0 },
  input: { minWidth: 0, width: "100%" },
  list: { maxHeight: "240px" },
});

/** Only rows whose columns bear the values chosen: a column, then its values, as many as one likes. */
export function FilterField({ parameter, said, say, choices }: FieldProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const register = registerOf(parameter);
  const columns = choices.columns[register];
  const clauses = clausesIn(said);
  const title = titleIn(language, parameter.title);
  const without = (name: string) =>
    Object.fromEntries(Object.entries(clauses).filter(([column]) => column !== name));
  return (
    <div className={styles.root} role="group" aria-label={title}>
      <span className={styles.label}>{title}</span>
      {Object.entries(clauses).map(([name, values]) => (
        <Clause
          key={name}
          register={register}
          column={name}
          title={columnTitle(name, columns, language)}
          values={values}
          choose={(chosen) => say({ ...clauses, [name]: chosen })}
          remove={() => say(without(name))}
        />
      ))}
      <ColumnSelect
        label={words.reports.addFilter}
        columns={columns.filter(({ name }) => !Object.hasOwn(clauses, name))}
        choose={(name) => say({ ...clauses, [name]: [] })}
      />
    </div>
  );
}

interface ClauseProps {
  readonly register: PivotRegister;
  readonly column: string;
  readonly title: string;
  readonly values: readonly string[];
  readonly choose: (values: readonly string[]) => void;
  readonly remove: () => void;
}

function Clause(props: ClauseProps) {
  const styles = useStyles();
  const { words } = useWords();
  const { title, remove } = props;
  return (
    <div className={styles.clause}>
      <Values {...props} />
      <Button
        appearance="subtle"
        icon={<Dismiss16Regular />}
        aria-label={words.reports.removeFilter(title)}
        onClick={remove}
      />
    </div>
  );
}

function Values({ register, column, title, values, choose }: ClauseProps) {
  const styles = useStyles();
  const { words } = useWords();
  const known = useColumnValues(register, column);
  const [typed, type] = useState<string | null>(null);
  const said = (value: string): string => (value === "" ? words.reports.blank : value);
  const wanted = (typed ?? "").toLowerCase();
  const offered = known.filter((value) => said(value).toLowerCase().includes(wanted)).slice(0, MOST);
  return (
    <Field label={title} className={styles.wide}>
      <Combobox
        className={styles.input}
        listbox={{ className: styles.list }}
        multiselect
        expandIcon={{ "aria-label": words.reports.unfold(title), tabIndex: -1 }}
        placeholder={words.reports.choosePlaceholder}
        value={typed ?? values.map(said).join(words.comma)}
        selectedOptions={[...values]}
        onChange={({ target }) => type(target.value)}
        onFocus={() => type("")}
        onBlur={() => type(null)}
        onOptionSelect={(_, { selectedOptions }) => {
          type("");
          choose(selectedOptions);
        }}
      >
        {offered.map((value) => (
          <Option key={value} value={value} text={said(value)}>
            {said(value)}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
