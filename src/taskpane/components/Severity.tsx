import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info16Filled } from "@fluentui/react-icons/svg/info";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import type { Severity as Grade } from "../../domain/kernel/severity";
import { useWords } from "../hooks/pane-world";

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Filled };

const useStyles = makeStyles({
  root: { display: "inline-flex", alignItems: "center", gap: "4px", flexShrink: 0 },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
});

/** How grave a finding is: a sign and its word, so that neither colour nor shape is needed to tell. */
export function Severity({ grade }: { readonly grade: Grade }) {
  const styles = useStyles();
  const { words } = useWords();
  const Icon = ICONS[grade];
  return (
    <span className={mergeClasses(styles.root, styles[grade])}>
      <Icon aria-hidden />
      {words.severity[grade]}
    </span>
  );
}
