import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Wrench24Regular } from "@fluentui/react-icons/svg/wrench";
import { useState } from "react";
import type { Finding } from "../../domain/kernel/finding";
import { useBookState, useIsReadOnly, usePaneWorld, useWords } from "../hooks/pane-world";
import { useFollowing } from "../hooks/use-posting";
import { FindingItem } from "./FindingItem";
import { Notice } from "./Notice";
import { likelyOf, RenamedNames, renamedOf } from "./RenamedNames";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

/** A book whose tables or key columns are gone: which, and what can be done about it. */
export function BrokenBook({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const { book } = usePaneWorld();
  const isReadOnly = useIsReadOnly();
  const { busy } = useBookState();
  const { words } = useWords();
  const follow = useFollowing();
  const renamed = findings.flatMap(renamedOf);
  const [chosen, setChosen] = useState(() => likelyOf(renamed));
  const repair = (): void => {
    const names = renamed.map(({ id, now }) => [id, chosen.includes(id) ? now : ""] as const);
    follow(book.repair(Object.fromEntries(names)));
  };
  return (
    <>
      <Notice icon={<Wrench24Regular />} tone="bad" title={words.broken.title} text={words.broken.text}>
        <RenamedNames renamed={renamed} chosen={chosen} choose={setChosen} />
        <Button
          appearance="primary"
          size="large"
          disabled={isReadOnly}
          disabledFocusable={busy !== null}
          onClick={repair}
        >
          {words.broken.repair}
        </Button>
        <Button size="large" disabledFocusable={busy !== null} onClick={() => follow(book.reload())}>
          {words.broken.recheck}
        </Button>
      </Notice>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <FindingItem key={JSON.stringify(finding)} finding={finding} isAlone />
        ))}
      </ul>
    </>
  );
}
