import { Select } from "@fluentui/react-components";
import type { ColumnChoice } from "../../app/report-choices";
import { titleIn } from "../../domain/kernel/title";
import { useWords } from "../hooks/pane-world";

const GROUPS = ["register", "item", "partner", "warehouse", "account"] as const;

/** A column to be chosen, those of one table together; begins anew after each choice. */
export function ColumnSelect(props: {
  readonly label: string;
  readonly columns: readonly ColumnChoice[];
  readonly choose: (name: string) => void;
}) {
  const { language, words } = useWords();
  const { label, columns, choose } = props;
  const groups = GROUPS.filter((group) => columns.some(({ of }) => of === group));
  return (
    <Select
      aria-label={label}
      value=""
      disabled={columns.length === 0}
      onChange={(_, { value }) => {
        if (value !== "") choose(value);
      }}
    >
      <option value="">{label}</option>
      {groups.map((group) => (
        <optgroup key={group} label={words.reports.choices[group]}>
          {columns
            .filter(({ of }) => of === group)
            .map(({ name, title }) => (
              <option key={name} value={name}>
                {titleIn(language, title)}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}
