import {
  Button,
  Dialog,
  DialogSurface,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons/svg/arrow-left";
import type { ReactNode } from "react";
import { useBookState, useWords } from "../hooks/pane-world";

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
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow8,
  },
  main: { flex: 1, minWidth: "fit-content" },
  old: { margin: tokens.spacingHorizontalL },
});

/** One thing that can be done at the end of a dialog. */
export interface DialogDeed {
  readonly label: string;
  readonly does: () => void;
  /** It cannot be done as things are. */
  readonly isOff?: boolean;
  readonly hint?: string;
}

/**
 * A matter that takes the whole pane until it is decided or left: its title, its body, its buttons below.
 * Above them it is said where the book changed after what is shown was worked out.
 */
export function PaneDialog(props: {
  readonly title: string;
  readonly leave: () => void;
  readonly children: ReactNode;
  readonly isOld: boolean;
  /** What leaving it is called; to cancel, where nothing is said. */
  readonly leaving?: string;
  readonly deed: DialogDeed;
  /** What can be done instead. */
  readonly others?: readonly DialogDeed[];
}) {
  const styles = useStyles();
  const { words } = useWords();
  const { title, leave, children, isOld, leaving = words.cancel, deed, others = [] } = props;
  return (
    <Dialog open onOpenChange={leave} surfaceMotion={null}>
      <DialogSurface className={styles.surface} aria-label={title}>
        <div className={styles.head}>
          <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={words.back} onClick={leave} />
          <h2 className={styles.title}>{title}</h2>
        </div>
        <div className={styles.body}>{children}</div>
        {isOld && <OldFigures />}
        <div className={styles.foot}>
          <Button onClick={leave}>{leaving}</Button>
          {others.map((other) => (
            <DeedButton key={other.label} deed={other} />
          ))}
          <DeedButton deed={deed} isMain />
        </div>
      </DialogSurface>
    </Dialog>
  );
}

function DeedButton({ deed, isMain = false }: { readonly deed: DialogDeed; readonly isMain?: boolean }) {
  const styles = useStyles();
  const { busy } = useBookState();
  const looks = isMain ? ({ appearance: "primary", className: styles.main } as const) : {};
  return (
    <Button
      {...looks}
      title={deed.hint}
      disabled={deed.isOff === true}
      disabledFocusable={busy !== null}
      onClick={deed.does}
    >
      {deed.label}
    </Button>
  );
}

function OldFigures() {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.old}>
      <MessageBarBody>{words.preview.old}</MessageBarBody>
    </MessageBar>
  );
}
