import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReportChoices } from "../../app/report-choices";
import { titleIn } from "../../domain/kernel/title";
import type { ParameterDefinition } from "../../domain/reports/parameters";
import type { ReportDefinition } from "../../domain/reports/report";
import { useWords } from "../hooks/pane-world";
import type { FormFault } from "../form-faults";
import { type FormValues, rangeOf, textIn } from "../report-form";
import { ColumnsField } from "./ColumnsField";
import { DayField } from "./DayField";
import type { FieldProps } from "./field-props";
import { FilterField } from "./FilterField";
import { MemberField } from "./MemberField";
import { WordsField } from "./WordsField";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  range: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS },
  spans: { display: "flex", gap: tokens.spacingHorizontalXS, marginTop: `-${tokens.spacingVerticalXS}` },
});

/** The form of a report, made from what the report says it can be asked. */
export function ParameterForm(props: {
  readonly report: ReportDefinition;
  readonly form: FormValues;
  readonly choices: ReportChoices;
  readonly today: string;
  readonly faults: ReadonlyMap<string, FormFault>;
  readonly change: (changed: FormValues) => void;
}) {
  const styles = useStyles();
  const { report, form, choices, today, faults, change } = props;
  const [from, to] = ["from", "to"].map((id) => report.parameters.find((each) => each.id === id));
  const field = (parameter: ParameterDefinition) => (
    <AnyField
      key={parameter.id}
      parameter={parameter}
      said={form[parameter.id]}
      say={(said) => change({ [parameter.id]: said })}
      choices={choices}
      fault={faults.get(parameter.id) ?? null}
    />
  );
  const rest = report.parameters.filter((each) => each !== from && each !== to);
  return (
    <div className={styles.root}>
      {from !== undefined && to !== undefined && (
        <>
          <div className={styles.range}>
            {field(from)}
            {field(to)}
          </div>
          <Spans choose={(span) => change(rangeOf(span, today))} />
        </>
      )}
      {rest.map(field)}
    </div>
  );
}

function Spans({ choose }: { readonly choose: (span: "month" | "year" | "all") => void }) {
  const styles = useStyles();
  const { words } = useWords();
  const { thisMonth, thisYear, allDays } = words.reports;
  const spans = [
    ["month", thisMonth],
    ["year", thisYear],
    ["all", allDays],
  ] as const;
  return (
    <div className={styles.spans}>
      {spans.map(([span, title]) => (
        <Button key={span} size="small" shape="circular" onClick={() => choose(span)}>
          {title}
        </Button>
      ))}
    </div>
  );
}

const FIELDS = {
  day: DayField,
  word: WordField,
  flag: FlagField,
  code: MemberField,
  words: WordsField,
  columns: ColumnsField,
  filter: FilterField,
  edges: TextField,
  rate: TextField,
  text: TextField,
};

function AnyField(props: FieldProps) {
  const Kind = FIELDS[props.parameter.kind];
  return <Kind {...props} />;
}

function WordField({ parameter, said, say }: FieldProps) {
  const { language, words } = useWords();
  return (
    <Field label={titleIn(language, parameter.title)}>
      <Select value={textIn(said)} onChange={(_, { value }) => say(value)}>
        {parameter.fallback === null && <option value="">{words.reports.all}</option>}
        {(parameter.words ?? []).map(({ code, title }) => (
          <option key={code} value={code}>
            {titleIn(language, title)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function TextField({ parameter, said, say, fault }: FieldProps) {
  const { language, words } = useWords();
  const wrong = fault === null ? {} : { validationMessage: words.reports.faults[fault] };
  return (
    <Field label={titleIn(language, parameter.title)} {...wrong}>
      <Input value={textIn(said)} maxLength={80} onChange={(_, { value }) => say(value)} />
    </Field>
  );
}

function FlagField({ parameter, said, say }: FieldProps) {
  const { language } = useWords();
  return (
    <Checkbox
      label={titleIn(language, parameter.title)}
      checked={textIn(said) === "yes"}
      onChange={(_, { checked }) => say(checked === true ? "yes" : "no")}
    />
  );
}
