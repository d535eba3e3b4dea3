import { readFileSync } from "node:fs";
import { hasSet } from "../../src/host/session/moods";
import type { Kind } from "../../src/host/objects/kind";
import { kinds } from "../../src/host/objects/kinds";
import { memberSets } from "../../src/host/objects/member-sets";
import { askedMembers } from "../support/office/asked-members";
import { publishedSets } from "../support/office/published-sets";
import { checkedSets, surfaceOf } from "../support/office/surface";

const answered = Object.entries(kinds).map(([name, kind]) => ({ name, kind: kind as Kind<unknown> }));

/** Reached by office.js's own runtime alone: there is no class of them to call. */
const withoutClass = ["CustomFunctions"];

const named = (members: object | undefined) => Object.keys(members ?? {});

/** Internal ways and methods that every class of office.js shares. */
const shared = new Set(["_KeepReference"]);

const bySet = Object.entries(memberSets).flatMap(([set, ofKinds]) =>
  Object.entries(ofKinds).flatMap(([kind, members]) =>
    members.split(" ").map((member) => ({ set, kind, member })),
  ),
);

const lowered = (member: string) => member.charAt(0).toLowerCase() + member.slice(1);

describe("what the host answers", () => {
  it.each(answered.filter(({ name }) => !withoutClass.includes(name)))(
    "exists on the wire under that name: $name",
    ({ name, kind }) => {
      const surface = surfaceOf(name);
      const lost = {
        scalars: named(kind.scalars).filter((one) => !surface?.scalars.has(one)),
        settable: named(kind.scalars).filter(
          (one) => kind.scalars?.[one].set !== undefined && !surface?.settable.has(one),
        ),
        ways: named(kind.ways).filter((one) => !surface?.ways.has(one)),
        methods: named(kind.methods).filter((one) => !surface?.methods.has(one) && !shared.has(one)),
        item: kind.item === undefined || surface?.isIndexed === true ? [] : ["getItem"],
      };
      expect(lost).toEqual({ scalars: [], settable: [], ways: [], methods: [], item: [] });
    },
  );

  it("is gated by the sets that the proxies themselves ask for", () => {
    const checked = checkedSets();
    const differing = bySet.flatMap(({ set, kind, member }) => {
      const asked = checked.get(`${kind}.${lowered(member)}`) ?? checked.get(`${kind}.${member}`) ?? set;
      return asked === set || earlier.has(`${kind}.${member}`)
        ? []
        : [`${kind}.${member}: ${set}, not ${asked}`];
    });
    expect(differing).toEqual([]);
    const ungated = answered.flatMap(({ name, kind }) =>
      [...named(kind.scalars), ...named(kind.ways), ...named(kind.methods)]
        .filter((member) => {
          const asked = checked.get(`${name}.${lowered(member)}`) ?? checked.get(`${name}.${member}`);
          const isListed = bySet.some((one) => one.kind === name && one.member === member);
          return asked !== undefined && asked !== "ExcelApi 1.1" && !isListed;
        })
        .map((member) => `${name}.${member}`),
    );
    expect(ungated).toEqual([]);
  });

  it("is gated by the sets of the published declarations", () => {
    const published = publishedSets();
    const own = bySet.filter(({ kind, member }) => !member.startsWith("_") && !withoutClass.includes(kind));
    const told = own.map((one) => ({ ...one, sets: published.get(`${one.kind}.${lowered(one.member)}`) }));
    expect(told.filter(({ set, sets }) => sets?.includes(set) !== true)).toEqual([]);
  });
});

/** The reference dates these earlier than the proxies do. */
const earlier = new Set(
  ["GetResizedRange", "GetRowsAbove", "GetRowsBelow", "GetColumnsBefore", "GetColumnsAfter"].map(
    (member) => `Range.${member}`,
  ),
);

describe("what the add-in asks of Excel", () => {
  const folders = ["src/workbook/excel", "src/taskpane", "src/commands", "src/functions"];
  const asked = askedMembers(process.cwd(), folders);
  const kindOf = new Map(answered.map(({ name, kind }) => [name, kind]));
  const upper = (member: string) => member.charAt(0).toUpperCase() + member.slice(1);

  /** What office.js does by itself, for every object. */
  const own = new Set([
    "load",
    "isNullObject",
    "toJSON",
    "context",
    "items",
    "sync",
    "track",
    "untrack",
    "set",
  ]);
  const ofContext = new Set(["workbook", "application", "runtime"]);

  const isOwn = (name: string, member: string) =>
    own.has(member) || (name === "RequestContext" && ofContext.has(member));

  const isMember = (kind: Kind<unknown>, wire: string) =>
    [kind.scalars, kind.ways, kind.methods].some((list) => list?.[wire] !== undefined);

  /** The name on the wire: of an event that of the method which registers it. */
  const onWire = (name: string, member: string) => surfaceOf(name)?.events.get(member) ?? upper(member);

  const isAnswered = (name: string, member: string): boolean => {
    const kind = kindOf.get(name);
    if (isOwn(name, member) || kind === undefined) return isOwn(name, member);
    return member === "getItem" ? kind.item !== undefined : isMember(kind, onWire(name, member));
  };

  /** Arguments of events and options are plain objects, made by office.js. */
  const objects = asked.members.filter(({ kind }) => surfaceOf(kind) !== null || kind === "RequestContext");

  it("is found in its source", () => {
    expect(objects.length).toBeGreaterThan(40);
  });

  it("is answered by the host", () => {
    const lost = objects.filter(({ kind, member }) => !isAnswered(kind, member));
    expect(lost).toEqual([]);
    const known = new Set(answered.flatMap(({ kind }) => [...named(kind.scalars), ...named(kind.ways)]));
    expect(asked.loaded.filter((name) => name !== "items" && !known.has(upper(name)))).toEqual([]);
  });

  it("came with ExcelApi 1.13 at the latest, or is gated in the file that asks", () => {
    const setOf = (name: string, member: string) =>
      bySet.find((one) => one.kind === name && one.member === onWire(name, member))?.set ?? "ExcelApi 1.1";
    const isInFloor = (set: string) => {
      const [name = "", version = ""] = set.split(" ");
      return name === "ExcelApi" && hasSet({ ExcelApi: "1.13" }, name, version);
    };
    const isGated = (file: string) => /supports\(|isSetSupported\(/.test(readFileSync(file, "utf8"));
    const late = objects.filter(
      ({ kind, member, file }) => !isInFloor(setOf(kind, member)) && !isGated(file),
    );
    expect(late).toEqual([]);
  });
});
