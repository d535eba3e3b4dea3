import { refusal } from "../host-error";
import { memberSets } from "../objects/member-sets";
import { hasSet, type RequirementSets } from "../session/moods";

interface Needed {
  readonly set: string;
  readonly version: string;
}

const needs = needsByKind();

/** True when the host says that it has the set in which this member of a kind came. */
export function isInSets(sets: RequirementSets, kind: string, member: string): boolean {
  const needed = needs.get(kind)?.get(member);
  return needed === undefined || hasSet(sets, needed.set, needed.version);
}

/** Refuses a member of a later set than the host says it has, as an older Excel does. */
export function refuseLater(sets: RequirementSets, kind: string, member: string): void {
  if (isInSets(sets, kind, member)) return;
  const { set, version } = needs.get(kind)?.get(member) ?? { set: "", version: "" };
  throw refusal("ApiNotFound", `${kind}.${member} needs ${set} ${version}.`);
}

function needsByKind(): ReadonlyMap<string, ReadonlyMap<string, Needed>> {
  const found = new Map<string, Map<string, Needed>>();
  for (const { kind, member, needed } of listed()) {
    const known = found.get(kind) ?? new Map<string, Needed>();
    found.set(kind, known.set(member, needed));
  }
  return found;
}

function listed(): readonly { kind: string; member: string; needed: Needed }[] {
  return Object.entries(memberSets).flatMap(([name, kinds]) => {
    const [set = "", version = ""] = name.split(" ");
    return Object.entries(kinds).flatMap(([kind, members]) =>
      members.split(" ").map((member) => ({ kind, member, needed: { set, version } })),
    );
  });
}
