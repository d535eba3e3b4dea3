import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss12Regular } from "@fluentui/react-icons/svg/dismiss";
import type { ColumnChoice, PivotRegister, ReportChoices } from "../../app/report-choices";
import { titleIn, type Language } from "../../domain/kernel/title";
import type { ParameterDefinition } from "../../domain/reports/parameters";
import { useWords, wordsIn } from "../hooks/pane-world";
import { listIn } from "../report-form";
import { ColumnSelect } from "./ColumnSelect";
import type { FieldProps } from "./field-props";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  label: { lineHeight: tokens.lineHeightBase300 },
  chosen: {
    listStyleType: "none",
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
  },
  chip: { minWidth: 0 },
});

/** The register that a parameter's columns are of. */
export function registerOf({ table }: ParameterDefinition): PivotRegister {
  return table === "purchases" ? "purchases" : "sales";
}

/** What a column is called: that of a master together with its table, where its title alone says little. */
export function columnTitle(name: string, columns: readonly ColumnChoice[], language: Language): string {
  const found = columns.find((column) => column.name === name);
  if (found === undefined) return name;
  const title = titleIn(language, found.title);
  if (found.of === "register") return title;
  const { words } = wordsIn(language);
  return `${words.reports.choices[found.of]}·${title}`;
}

function columnsOf(choices: ReportChoices, parameter: ParameterDefinition): readonly ColumnChoice[] {
  return choices.columns[registerOf(parameter)];
}

/** Columns in the order in which they were chosen: each can be taken away, another put behind. */
export function ColumnsField({ parameter, said, say, choices }: FieldProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const columns = columnsOf(choices, parameter);
  const chosen = listIn(said);
  const title = titleIn(language, parameter.title);
  return (
    <div className={styles.root} role="group" aria-label={title}>
      <span className={styles.label}>{title}</span>
      {chosen.length > 0 && (
        <ul className={styles.chosen}>
          {chosen.map((name) => (
            <li key={name}>
              <Button
                className={styles.chip}
                size="small"
                icon={<Dismiss12Regular />}
                iconPosition="after"
                aria-label={words.reports.remove(columnTitle(name, columns, language))}
                onClick={() => say(chosen.filter((each) => each !== name))}
              >
                {columnTitle(name, columns, language)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ColumnSelect
        label={words.reports.addColumn(title)}
        columns={columns.filter(({ name }) => !chosen.includes(name))}
        choose={(name) => say([...chosen, name])}
      />
    </div>
  );
}
