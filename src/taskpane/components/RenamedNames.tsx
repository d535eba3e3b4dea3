import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../domain/kernel/finding";
import { useWords } from "../hooks/pane-world";
import { useSentence } from "../hooks/use-sentence";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "stretch", textAlign: "start" },
  box: { marginInlineStart: `-${tokens.spacingHorizontalS}` },
});

/** A table or column that seems to bear another name now. */
export interface Renamed {
  /** `items`, or `items.code`. */
  readonly id: string;
  readonly table: string;
  readonly now: string;
  readonly name: string;
  /** More likely than not the same thing: by its title, its place or its spelling. */
  readonly isLikely: boolean;
}

/** What a finding offers as the new name of what is missing; nothing where it offers none. */
export function renamedOf({ table, column, facts }: Finding): readonly Renamed[] {
  const [now, name] = [facts["nearest"], String(facts["header"] ?? facts["name"])];
  if (table === null || typeof now !== "string") return [];
  if (column !== null)
    return [{ id: `${table}.${column}`, table, now, name, isLikely: facts["guess"] !== "yes" }];
  return [{ id: table, table, now, name, isLikely: now.includes(name) || name.includes(now) }];
}

/** True of two that cannot both be given back: one header is one column. */
function areRivals(one: Renamed, other: Renamed): boolean {
  const [isTable, isOtherTable] = [one, other].map(({ id, table }) => id === table);
  if (one.id === other.id || one.now !== other.now || isTable !== isOtherTable) return false;
  return isTable || one.table === other.table;
}

/** Which are given back where nobody chose: the likely ones, each present name once. */
export function likelyOf(renamed: readonly Renamed[]): readonly string[] {
  const likely = renamed.filter(({ isLikely }) => isLikely);
  return likely
    .filter((one, place) => !likely.slice(0, place).some((other) => areRivals(one, other)))
    .map(({ id }) => id);
}

/**
 * Which of the names that seem to have been changed are to be given back; what is not ticked is made anew.
 */
export function RenamedNames({
  renamed,
  chosen,
  choose,
}: {
  readonly renamed: readonly Renamed[];
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const saying = useSentence();
  const { choices, giveBack, giveBackColumn } = words.broken;
  const label = ({ id, table, now, name }: Renamed): string =>
    id === table ? giveBack(now, name) : giveBackColumn(saying.table(table) ?? table, now, name);
  const tick = (one: Renamed): void => {
    const rivals = renamed.filter((other) => areRivals(one, other)).map(({ id }) => id);
    choose([...chosen.filter((id) => !rivals.includes(id)), one.id]);
  };
  if (renamed.length === 0) return null;
  return (
    <div role="group" aria-label={choices} className={styles.root}>
      {renamed.map((one) => (
        <Checkbox
          key={one.id}
          className={styles.box}
          checked={chosen.includes(one.id)}
          label={label(one)}
          onChange={(_, { checked }) =>
            checked === true ? tick(one) : choose(chosen.filter((each) => each !== one.id))
          }
        />
      ))}
    </div>
  );
}
