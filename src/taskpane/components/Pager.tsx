import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronLeft20Regular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRight20Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useWords } from "../hooks/pane-world";
import type { Page } from "../hooks/use-page";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
});

/** Goes through a list page by page; not there while everything fits on one. */
export function Pager({ page }: { readonly page: Page<unknown> }) {
  const styles = useStyles();
  const { words } = useWords();
  const { first, size, count, go } = page;
  if (count <= size) return null;
  const end = Math.min(first + size, count);
  return (
    <nav className={styles.root} aria-label={words.pager.label}>
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronLeft20Regular />}
        aria-label={words.pager.previous}
        disabled={first === 0}
        onClick={() => go(first - size)}
      />
      <span role="status">{words.pager.of(first + 1, end, count)}</span>
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronRight20Regular />}
        aria-label={words.pager.next}
        disabled={end === count}
        onClick={() => go(end)}
      />
    </nav>
  );
}
