import { Combobox, Field, makeStyles, Option } from "@fluentui/react-components";
import { useState } from "react";
import type { MemberChoice } from "../../app/report-choices";
import { titleIn } from "../../domain/kernel/title";
import { useWords } from "../hooks/pane-world";
import { textIn } from "../report-form";
import type { FieldProps } from "./field-props";

const MOST = 50;

const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" }, list: { maxHeight: "240px" } });

const MASTERS = ["items", "warehouses", "partners", "accounts"] as const;

function spelled({ code, name }: MemberChoice): string {
  return name === "" || name === code ? code : `${code} ${name}`;
}

/** One member of a master, found by typing a part of its code or name; blank = all of them. */
export function MemberField({ parameter, said, say, choices }: FieldProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const table = MASTERS.find((each) => each === parameter.table);
  const members = table === undefined ? [] : choices.members[table];
  const chosen = members.find(({ code }) => code === textIn(said));
  const [typed, type] = useState<string | null>(null);
  const title = titleIn(language, parameter.title);
  const wanted = (typed ?? "").trim().toLowerCase();
  const offered = members.filter((member) => spelled(member).toLowerCase().includes(wanted)).slice(0, MOST);
  return (
    <Field label={title}>
      <Combobox
        className={styles.input}
        listbox={{ className: styles.list }}
        clearable
        expandIcon={{ "aria-label": words.reports.unfold(title), tabIndex: -1 }}
        placeholder={words.reports.all}
        value={typed ?? (chosen === undefined ? "" : spelled(chosen))}
        selectedOptions={chosen === undefined ? [] : [chosen.code]}
        onChange={({ target }) => type(target.value)}
        onBlur={() => type(null)}
        onOptionSelect={(_, { optionValue }) => {
          type(null);
          say(optionValue ?? "");
        }}
      >
        {offered.map((member) => (
          <Option key={member.code} value={member.code} text={spelled(member)}>
            {spelled(member)}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
