import { refusal } from "../host-error";
import { Arguments } from "../objects/arguments";
import { services } from "../objects/service-names";
import type { Thing } from "../objects/thing";
import { Place } from "../session/place";
import type { Session } from "../session/session";
import type { ArgumentInfo, Batch, ObjectPath } from "../wire/batch";
import { pathTypes } from "../wire/batch";
import { follow, itemOf } from "./members";

/** The objects of one batch by path id. Each path is walked once, since it may have effects. */
export class Paths {
  private readonly found = new Map<number, Thing | null>();

  constructor(
    private readonly batch: Batch,
    private readonly session: Session,
  ) {}

  /** The object of a path; null = the null object. */
  resolve(id: number): Thing | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[String(id)] ?? null;
    if (path === null) throw refusal("InvalidArgument", `There is no object path ${id}.`);
    const thing = this.walk(path);
    this.found.set(id, thing);
    if (thing?.self instanceof Place) this.session.places.pass(thing.self);
    return thing;
  }

  /** The arguments of a call, with the objects among them. */
  arguments(info: ArgumentInfo | undefined): Arguments {
    const values = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds ?? null;
    if (ids === null) return new Arguments(values);
    const things = ids.map((id) => (typeof id === "number" && id !== 0 ? this.resolve(id) : null));
    return new Arguments(values, things);
  }

  private walk(path: ObjectPath): Thing | null {
    switch (path.ObjectPathType) {
      case pathTypes.root:
        return { kind: "Workbook", self: null };
      case pathTypes.newObject:
        return service(path.Name);
      case pathTypes.reference:
        return { kind: "Range", self: this.session.places.get(path.Name) };
      case pathTypes.nullObject:
        return null;
      default:
        return this.walkFrom(this.resolve(path.ParentObjectPathId ?? 0), path);
    }
  }

  private walkFrom(parent: Thing | null, path: ObjectPath): Thing | null {
    if (parent === null) return null;
    const given = this.arguments(path.ArgumentInfo);
    if (path.ObjectPathType === pathTypes.indexer) return itemOf(parent, given.json(0), this.session);
    return follow(parent, { name: path.Name, given }, this.session);
  }
}

function service(name: string): Thing {
  const found = services.get(name);
  if (found === undefined) throw refusal("ApiNotFound", `This host has no service ${name}.`);
  return found;
}
