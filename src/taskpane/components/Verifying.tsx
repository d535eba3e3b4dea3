import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ShieldCheckmark24Regular } from "@fluentui/react-icons/svg/shield-checkmark";
import { useIsReadOnly, useWords } from "../hooks/pane-world";
import { useDeedWords } from "../hooks/use-deed-words";
import { useIsOld } from "../hooks/use-is-old";
import { useVerifying, type Verified } from "../hooks/use-verifying";
import { AskName, useNaming } from "./AskName";
import { FindingsList } from "./FindingsList";
import { Notice } from "./Notice";
import { PaneDialog } from "./PaneDialog";

const useStyles = makeStyles({
  coming: { padding: tokens.spacingHorizontalXXL },
  said: { margin: 0, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
});

/** Whether every figure ties and nothing posted was changed by hand; what was can be put back. */
export function Verifying({ leave }: { readonly leave: () => void }) {
  const styles = useStyles();
  const { words } = useWords();
  const { verify } = useDeedWords();
  const isReadOnly = useIsReadOnly();
  const naming = useNaming();
  const course = useVerifying();
  const { verified } = course;
  const isWrong = verified !== null && verified.answer.failures.length > 0;
  const restore = {
    label: verify.restore,
    does: () => naming.named(course.restore),
    isOff: isReadOnly,
    hint: verify.restoreHint,
  };
  return (
    <PaneDialog
      title={verify.title}
      leave={leave}
      leaving={words.close}
      isOld={useIsOld(verified?.revision ?? null)}
      deed={{ label: verify.again, does: course.verify }}
      {...(isWrong && { other: restore })}
    >
      <AskName naming={naming} />
      {verified === null ? (
        <Spinner className={styles.coming} size="small" label={words.busy.verify} />
      ) : (
        <Found verified={verified} />
      )}
    </PaneDialog>
  );
}

function Found({ verified: { answer, restored } }: { readonly verified: Verified }) {
  const styles = useStyles();
  const { verify } = useDeedWords();
  const { failures } = answer;
  return (
    <div role="status">
      {restored !== null && <p className={styles.said}>{verify.restored(restored)}</p>}
      {failures.length === 0 ? (
        <Notice icon={<ShieldCheckmark24Regular />} title={verify.clean} text={verify.cleanHint} />
      ) : (
        <>
          <p className={styles.said}>{verify.found(failures.length)}</p>
          <FindingsList findings={failures} />
        </>
      )}
    </div>
  );
}
