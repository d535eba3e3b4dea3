import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import { useWords } from "../hooks/pane-world";

const useStyles = makeStyles({
  heading: {
    margin: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  all: { margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
});

const FEW = 8;
const MOST = 100;

/** One list of the preview: its first members, the rest on demand, never more than a screen can bear. */
export function PreviewSection<T>(props: {
  readonly title: string;
  readonly hint?: string;
  readonly members: readonly T[];
  readonly show: (member: T, place: number) => ReactNode;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const heading = useId();
  const [isAll, setAll] = useState(false);
  const { title, hint, members, show } = props;
  const shown = members.slice(0, isAll ? MOST : FEW);
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {title}
      </h3>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <ul className={styles.list}>{shown.map(show)}</ul>
      {!isAll && members.length > FEW && (
        <Button className={styles.all} appearance="subtle" size="small" onClick={() => setAll(true)}>
          {words.preview.showAll(members.length)}
        </Button>
      )}
      {isAll && members.length > MOST && (
        <p className={styles.hint}>{words.preview.first(MOST, members.length)}</p>
      )}
    </section>
  );
}
