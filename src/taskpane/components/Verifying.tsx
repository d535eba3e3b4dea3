import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ShieldCheckmark24Regular } from "@fluentui/react-icons/svg/shield-checkmark";
import { useIsReadOnly, useWords } from "../hooks/pane-world";
import { useDeedWords } from "../hooks/use-deed-words";
import { useIsOld } from "../hooks/use-is-old";
import {
  type LookedEdits,
  type Mending,
  useVerifying,
  type Verified,
  type Verifying as Course,
} from "../hooks/use-verifying";
import { AskName, useNaming } from "./AskName";
import { FindingsList } from "./FindingsList";
import { Notice } from "./Notice";
import { type DialogDeed, PaneDialog } from "./PaneDialog";
import { PreviewRestated } from "./PreviewRestated";

const useStyles = makeStyles({
  coming: { padding: tokens.spacingHorizontalXXL },
  said: { margin: 0, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
});

/** Whether every figure ties and nothing posted was changed by hand; what was is put back, or amended. */
export function Verifying({ leave }: { readonly leave: () => void }) {
  const styles = useStyles();
  const { words } = useWords();
  const { verify } = useDeedWords();
  const naming = useNaming();
  const course = useVerifying();
  const { verified } = course;
  const isOld = useIsOld(verified?.revision ?? null);
  return (
    <PaneDialog
      title={verify.title}
      leave={leave}
      leaving={words.close}
      isOld={isOld}
      {...useDeeds(course, { isOld, named: naming.named })}
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

interface Deciding {
  readonly isOld: boolean;
  readonly named: (deed: () => void) => void;
}

/** What can be done about what was found; edits are amended once what that changes was looked at. */
function useDeeds(course: Course, { isOld, named }: Deciding) {
  const { verify } = useDeedWords();
  const isOff = useIsReadOnly();
  const { answer, edits } = course.verified ?? { answer: null, edits: null };
  const again: DialogDeed = { label: verify.again, does: course.verify };
  if (answer === null || answer.failures.length === 0) return { deed: again };
  const restore = {
    label: verify.restore,
    does: () => named(course.restore),
    isOff,
    hint: verify.restoreHint,
  };
  const look = { label: verify.look, does: course.look, hint: verify.lookHint };
  const isEdited = answer.failures.some(({ facts }) => typeof facts["amend"] === "string");
  const others = isEdited ? [restore, look] : [restore];
  if (edits === null || isOld || edits.amended.length === 0) return { deed: again, others };
  const amend = { label: verify.amend(edits.amended.length), does: () => named(course.amend), isOff };
  return { deed: amend, others: [restore] };
}

function Found({ verified: { answer, mended, edits } }: { readonly verified: Verified }) {
  const styles = useStyles();
  const { verify } = useDeedWords();
  const { failures } = answer;
  if (edits !== null) return <Edits edits={edits} />;
  return (
    <div role="status">
      {mended !== null && <Mended mended={mended} />}
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

function Mended({ mended }: { readonly mended: Mending }) {
  const styles = useStyles();
  const { verify } = useDeedWords();
  const said = "restored" in mended ? verify.restored(mended.restored) : verify.amended(mended.amended);
  return <p className={styles.said}>{said}</p>;
}

/** Which documents the edits would be amendments of, every figure that changes, and what forbids others. */
function Edits({ edits: { amended, diff, refused } }: { readonly edits: LookedEdits }) {
  const styles = useStyles();
  const { correct, verify } = useDeedWords();
  return (
    <div role="status">
      <p className={styles.said}>{verify.looked(amended)}</p>
      {diff.length > 0 && <PreviewRestated title={correct.changes} changes={diff} />}
      {refused.length > 0 && <FindingsList findings={refused} />}
    </div>
  );
}
