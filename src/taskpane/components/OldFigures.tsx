import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useWords } from "../hooks/pane-world";

const useStyles = makeStyles({ bar: { margin: tokens.spacingHorizontalL } });

/** Says that the book was changed after the figures above were worked out. */
export function OldFigures() {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{words.preview.old}</MessageBarBody>
    </MessageBar>
  );
}
