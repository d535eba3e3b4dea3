import { Button, Dialog, DialogSurface, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons/svg/arrow-left";
import type { ReactNode } from "react";
import { useWords } from "../hooks/pane-world";

const useStyles = makeStyles({
  surface: {
    display: "flex",
    flexDirection: "column",
    boxSizing: "border-box",
    width: "100vw",
    maxWidth: "100vw",
    height: "100dvh",
    maxHeight: "100dvh",
    margin: 0,
    padding: 0,
    border: 0,
    borderRadius: 0,
    overflow: "hidden",
  },
  head: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  body: { flex: 1, overflowY: "auto", paddingBottom: tokens.spacingVerticalL },
  foot: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow8,
  },
});

/** A matter that takes the whole pane until it is decided or left: its title, its body, its buttons below. */
export function PaneDialog(props: {
  readonly title: string;
  readonly leave: () => void;
  readonly children: ReactNode;
  /** What stands above the buttons, whatever the body is scrolled to. */
  readonly notice?: ReactNode;
  readonly buttons: ReactNode;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const { title, leave, children, notice, buttons } = props;
  return (
    <Dialog open onOpenChange={leave} surfaceMotion={null}>
      <DialogSurface className={styles.surface} aria-label={title}>
        <div className={styles.head}>
          <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={words.back} onClick={leave} />
          <h2 className={styles.title}>{title}</h2>
        </div>
        <div className={styles.body}>{children}</div>
        {notice}
        <div className={styles.foot}>{buttons}</div>
      </DialogSurface>
    </Dialog>
  );
}
