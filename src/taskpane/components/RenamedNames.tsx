import { Checkbox } from "@fluentui/react-components";
import type { Finding } from "../../domain/kernel/finding";
import { useWords } from "../hooks/pane-world";

/** A table or column that seems to bear another name now. */
export interface Renamed {
  /** `items`, or `items.code`. */
  readonly id: string;
  readonly now: string;
  readonly name: string;
}

/** What a finding offers as the new name of what is missing; nothing where it offers none. */
export function renamedOf({ table, column, facts }: Finding): readonly Renamed[] {
  const [now, name] = [facts["nearest"], facts["header"] ?? facts["name"]];
  if (table === null || typeof now !== "string") return [];
  return [{ id: column === null ? table : `${table}.${column}`, now, name: String(name) }];
}

/** One name holds the other: more likely than not the same thing. */
export function isAlike({ now, name }: Renamed): boolean {
  return now.includes(name) || name.includes(now);
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
  const { words } = useWords();
  return renamed.map(({ id, now, name }) => (
    <Checkbox
      key={id}
      checked={chosen.includes(id)}
      label={words.broken.giveBack(now, name)}
      onChange={(_, { checked }) =>
        choose(checked === true ? [...chosen, id] : chosen.filter((each) => each !== id))
      }
    />
  ));
}
