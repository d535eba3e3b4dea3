import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ShieldCheckmark24Regular } from "@fluentui/react-icons/svg/shield-checkmark";
import { useBookState, useIsReadOnly, useWords } from "../hooks/pane-world";
import { useVerifying, type Verified, type Verifying as Course } from "../hooks/use-verifying";
import { AskName, type Naming, useNaming } from "./AskName";
import { FindingsList } from "./FindingsList";
import { Notice } from "./Notice";
import { OldFigures } from "./OldFigures";
import { PaneDialog } from "./PaneDialog";

const useStyles = makeStyles({
  coming: { padding: tokens.spacingHorizontalXXL },
  said: { margin: 0, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  grow: { flex: 1, minWidth: 0 },
});

/** Whether every figure ties and nothing posted was changed by hand; what was can be put back. */
export function Verifying({ leave }: { readonly leave: () => void }) {
  const styles = useStyles();
  const { words } = useWords();
  const { isStale, revision } = useBookState();
  const naming = useNaming();
  const course = useVerifying();
  const { verified } = course;
  const isOld = verified !== null && (isStale || revision !== verified.revision);
  return (
    <PaneDialog
      title={words.verify.title}
      leave={leave}
      notice={isOld && <OldFigures />}
      buttons={<Buttons course={course} naming={naming} leave={leave} />}
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
  const { words } = useWords();
  const { failures } = answer;
  return (
    <div role="status">
      {restored !== null && <p className={styles.said}>{words.verify.restored(restored)}</p>}
      {failures.length === 0 ? (
        <Notice
          icon={<ShieldCheckmark24Regular />}
          title={words.verify.clean}
          text={words.verify.cleanHint}
        />
      ) : (
        <>
          <p className={styles.said}>{words.verify.found(failures.length)}</p>
          <FindingsList findings={failures} />
        </>
      )}
    </div>
  );
}

function Buttons(props: { readonly course: Course; readonly naming: Naming; readonly leave: () => void }) {
  const { course, naming, leave } = props;
  const styles = useStyles();
  const { words } = useWords();
  const { busy } = useBookState();
  const isReadOnly = useIsReadOnly();
  const isWrong = course.verified !== null && course.verified.answer.failures.length > 0;
  return (
    <>
      <Button onClick={leave}>{words.close}</Button>
      {isWrong && (
        <Button
          disabled={isReadOnly}
          disabledFocusable={busy !== null}
          title={words.verify.restoreHint}
          onClick={() => naming.named(course.restore)}
        >
          {words.verify.restore}
        </Button>
      )}
      <Button
        className={styles.grow}
        appearance="primary"
        disabledFocusable={busy !== null}
        onClick={course.verify}
      >
        {words.verify.again}
      </Button>
    </>
  );
}
