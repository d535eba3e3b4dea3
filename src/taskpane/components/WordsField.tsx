import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { titleIn } from "../../domain/kernel/title";
import { useWords } from "../hooks/pane-world";
import { listIn } from "../report-form";
import type { FieldProps } from "./field-props";

const useStyles = makeStyles({
  root: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0, lineHeight: tokens.lineHeightBase300 },
  boxes: { display: "flex", flexWrap: "wrap", marginInline: `-${tokens.spacingHorizontalS}` },
});

/** Several words of a list, each with a box to tick. */
export function WordsField({ parameter, said, say }: FieldProps) {
  const styles = useStyles();
  const { language } = useWords();
  const chosen = listIn(said);
  const words = parameter.words ?? [];
  const toggle = (code: string, isOn: boolean): void =>
    say(words.map((word) => word.code).filter((each) => (each === code ? isOn : chosen.includes(each))));
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{titleIn(language, parameter.title)}</legend>
      <div className={styles.boxes}>
        {words.map(({ code, title }) => (
          <Checkbox
            key={code}
            label={titleIn(language, title)}
            checked={chosen.includes(code)}
            onChange={(_, { checked }) => toggle(code, checked === true)}
          />
        ))}
      </div>
    </fieldset>
  );
}
