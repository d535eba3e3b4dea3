import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { CheckmarkCircle28Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClipboardTask24Regular } from "@fluentui/react-icons/svg/clipboard-task";
import { useState } from "react";
import type { Finding } from "../../domain/kernel/finding";
import type { Severity as Grade } from "../../domain/kernel/severity";
import { useBookState, useWords } from "../hooks/pane-world";
import { usePage } from "../hooks/use-page";
import { useSentence } from "../hooks/use-sentence";
import { FindingItem } from "./FindingItem";
import { Notice } from "./Notice";
import { Pager } from "./Pager";

const GRADES: readonly Grade[] = ["error", "warning", "info"];

const useStyles = makeStyles({
  filter: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
  },
  pill: { minWidth: 0, fontVariantNumeric: "tabular-nums" },
  group: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  none: { padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

/** What the last check found: by sheet and row, each a way to its cell. */
export function Findings({ drafts }: { readonly drafts: number }) {
  const { findings } = useBookState();
  const { words } = useWords();
  const { uncheckedHint, unchecked, clean, cleanHint } = words.findings;
  if (findings === null)
    return <Notice icon={<ClipboardTask24Regular />} title={unchecked} text={uncheckedHint} />;
  if (findings.length === 0)
    return <Notice icon={<CheckmarkCircle28Regular />} tone="good" title={clean} text={cleanHint(drafts)} />;
  return <FindingList findings={findings} />;
}

function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const { words } = useWords();
  const [only, setOnly] = useState<Grade | null>(null);
  const sorted = inPlaces(findings);
  const chosen = only === null ? sorted : sorted.filter(({ severity }) => severity === only);
  const page = usePage(chosen);
  return (
    <section aria-label={words.findings.label}>
      <GradeFilter findings={findings} only={only} choose={setOnly} />
      {chosen.length === 0 && <p className={styles.none}>{words.findings.noneOfKind}</p>}
      {groups(page.shown).map(({ table, members }) => (
        <FindingGroup key={table ?? ""} table={table} members={members} />
      ))}
      <Pager page={page} />
    </section>
  );
}

function GradeFilter(props: {
  readonly findings: readonly Finding[];
  readonly only: Grade | null;
  readonly choose: (grade: Grade | null) => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const { findings, only, choose } = props;
  const there = GRADES.filter((grade) => findings.some(({ severity }) => severity === grade));
  if (there.length < 2) return null;
  const count = (grade: Grade | null): string =>
    String(findings.filter(({ severity }) => grade === null || severity === grade).length);
  return (
    <div className={styles.filter} role="group" aria-label={words.findings.filter}>
      {[null, ...there].map((grade) => (
        <ToggleButton
          key={grade ?? "all"}
          className={styles.pill}
          size="small"
          shape="circular"
          checked={only === grade}
          onClick={() => choose(grade)}
        >
          {`${grade === null ? words.findings.all : words.severity[grade]} ${count(grade)}`}
        </ToggleButton>
      ))}
    </div>
  );
}

function FindingGroup({ table, members }: Group) {
  const styles = useStyles();
  const { words } = useWords();
  const saying = useSentence();
  const title = table === null ? words.findings.rest : (saying.table(table) ?? table);
  return (
    <>
      <h2 className={styles.group}>{title}</h2>
      <ul className={styles.list}>
        {members.map(({ finding, key }) => (
          <FindingItem key={key} finding={finding} />
        ))}
      </ul>
    </>
  );
}

interface Member {
  readonly finding: Finding;
  readonly key: string;
}

interface Group {
  readonly table: string | null;
  readonly members: readonly Member[];
}

/** The findings of one sheet after the other, in the order in which the sheets were first met, by row. */
function inPlaces(findings: readonly Finding[]): readonly Finding[] {
  const tables = [...new Set(findings.map(({ table }) => table))];
  return tables.flatMap((table) =>
    findings.filter((found) => found.table === table).sort((a, b) => a.row - b.row),
  );
}

function groups(findings: readonly Finding[]): readonly Group[] {
  const tables = [...new Set(findings.map(({ table }) => table))];
  return tables.map((table) => ({
    table,
    members: findings.flatMap((finding, place) =>
      finding.table === table ? [{ finding, key: `${String(place)} ${finding.code}` }] : [],
    ),
  }));
}
