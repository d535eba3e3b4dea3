import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular } from "@fluentui/react-icons/svg/arrow-sync";
import { ClipboardCheckmark20Regular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { DocumentCheckmark20Regular } from "@fluentui/react-icons/svg/document-checkmark";
import { useIsReadOnly, useWords } from "../hooks/pane-world";
import { useFocusWhenOver } from "../hooks/use-focus-when-over";

const useStyles = makeStyles({
  root: {
    display: "flex",
    gap: tokens.spacingHorizontalSNudge,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  },
  button: { flex: "1 1 auto", minWidth: 0, paddingInline: "2px", whiteSpace: "nowrap" },
});

/**
 * The three things one does with a book: check, post, recompute. While one is done the keyboard stays where
 * it is, and comes back to Post when its preview is left.
 */
export function Actions(props: {
  readonly isBusy: boolean;
  /** The preview of a post is looked at. */
  readonly isPreviewed: boolean;
  readonly check: () => void;
  readonly post: () => void;
  readonly recompute: () => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const { isBusy, isPreviewed, check, post, recompute } = props;
  const { actions } = words;
  const whereLeft = useFocusWhenOver(isPreviewed);
  const common = { className: styles.button, disabledFocusable: isBusy };
  const writing = { ...common, disabled: useIsReadOnly() };
  return (
    <div className={styles.root} role="group" aria-label={actions.label}>
      <Button {...common} icon={<ClipboardCheckmark20Regular />} title={actions.checkHint} onClick={check}>
        {actions.check}
      </Button>
      <Button
        {...writing}
        ref={whereLeft}
        appearance="primary"
        icon={<DocumentCheckmark20Regular />}
        title={actions.postHint}
        onClick={post}
      >
        {actions.post}
      </Button>
      <Button {...writing} icon={<ArrowSync20Regular />} title={actions.recomputeHint} onClick={recompute}>
        {actions.recompute}
      </Button>
    </div>
  );
}
