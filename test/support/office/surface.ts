import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Workbook } from "../../../src/engine/workbook";
import { excelHost } from "../../../src/host/excel-host";
import { officeOver } from "./node";

/** The members of one class of office.js under their names on the wire. */
export interface ClassSurface {
  readonly scalars: ReadonlySet<string>;
  /** Those of the scalars that can be set. */
  readonly settable: ReadonlySet<string>;
  /** Navigation properties, and methods that answer an object. */
  readonly ways: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  /** Methods that register an event, by the event's name: `onChanged`. */
  readonly events: ReadonlyMap<string, string>;
  readonly isIndexed: boolean;
}

interface Proxy {
  readonly [member: string]: unknown;
  readonly _objectPath?: {
    readonly objectPathInfo: { readonly Name: string; readonly ObjectPathType: number };
  };
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
}

interface Body {
  readonly Actions: readonly { readonly ActionType: number; readonly Name: string }[];
}

interface Context {
  readonly workbook: Proxy;
  readonly _pendingRequest: { buildRequestMessageBodyAndRequestFlags(): { readonly body: Body } };
}

type Class = new (context: Context, path: unknown) => Proxy;

const bundle = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");
const [method, indexer] = [3, 5];

/**
 * What the real proxies of office.js put on the wire, found by calling every member of a class on a context
 * that is never sent. Null for what is no class of it.
 */
export function surfaceOf(name: string): ClassSurface | null {
  const found = classOf(name);
  if (found === null) return null;
  const { context, proxy } = found;
  const events = new Map<string, string>();
  const infos = membersOf(proxy).flatMap((member) => {
    const made = touch(proxy, member, events);
    return made === proxy ? [] : (made?._objectPath?.objectPathInfo ?? []);
  });
  const isIndexed = infos.some(({ ObjectPathType: type }) => type === indexer);
  const ways = infos.filter(({ ObjectPathType: type }) => type !== indexer).map(({ Name: wire }) => wire);
  return { ...scalarsOf(proxy), ways: new Set(ways), methods: methodsSent(context), events, isIndexed };
}

function scalarsOf(proxy: Proxy): Pick<ClassSurface, "scalars" | "settable"> {
  const scalars = proxy._scalarPropertyOriginalNames ?? [];
  const settable = scalars.filter((_, i) => proxy._scalarPropertyUpdateable?.[i] === true);
  return { scalars: new Set(scalars), settable: new Set(settable) };
}

function methodsSent(context: Context): ReadonlySet<string> {
  const { body } = context._pendingRequest.buildRequestMessageBodyAndRequestFlags();
  return new Set(
    body.Actions.filter(({ ActionType: type }) => type === method).map(({ Name: wire }) => wire),
  );
}

const office = (() => {
  let loaded: Record<string, Record<string, unknown>> | null = null;
  return () => {
    const book = new Workbook();
    book.addSheet("S");
    loaded ??= officeOver(excelHost(book)) as unknown as Record<string, Record<string, unknown>>;
    return loaded;
  };
})();

function classOf(name: string): { readonly context: Context; readonly proxy: Proxy } | null {
  const { Excel, OfficeCore, OfficeExtension } = office();
  const ClientObject = OfficeExtension["ClientObject"] as new () => object;
  const made = [Excel[name], OfficeCore[name]].find((one) => typeof one === "function") as Class | undefined;
  if (made === undefined || !(made.prototype instanceof ClientObject)) return null;
  const context = new (Excel["RequestContext"] as new () => Context)();
  return { context, proxy: new made(context, context.workbook._objectPath) };
}

function membersOf(proxy: Proxy): readonly string[] {
  const names = new Set<string>();
  for (
    let at = Object.getPrototypeOf(proxy) as object | null;
    at !== null;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    if (!Object.hasOwn(at, "_className")) break;
    Object.getOwnPropertyNames(at).forEach((member) => names.add(member));
  }
  const own =
    /^(constructor|load|retrieve|toJSON|set|update|ensureUnchanged|setMockData|_handle.*|_KeepReference)$/;
  return [...names].filter((member) => !own.test(member));
}

/** Calls a method or follows a property; what office.js refuses before it is sent is no matter. */
function touch(proxy: Proxy, member: string, events: Map<string, string>): Proxy | null | undefined {
  try {
    const value = proxy[member];
    if (typeof value === "function") return value.call(proxy, "A1", 1, 1, 1) as Proxy | null | undefined;
    const event = (value as { m_eventInfo?: { registerFunc?: unknown } } | null)?.m_eventInfo?.registerFunc;
    if (typeof event === "function") events.set(member, /_Register\w+/.exec(String(event))?.[0] ?? "");
    return value as Proxy | null | undefined;
  } catch {
    return null;
  }
}

/** The requirement set that the proxies themselves ask for, by class and member: `Range.getSpillParent`. */
export function checkedSets(): ReadonlyMap<string, string> {
  const text = readFileSync(bundle, "utf8");
  const checks = text.matchAll(
    /_throwIfApiNotSupported\("(\w+\.\w+)", (_defaultApiSetName|"[^"]+"), "([\d.]+)"/g,
  );
  return new Map(
    [...checks].map(([, member = "", set = "", version = ""]) => {
      const name = set.startsWith('"') ? set.slice(1, -1) : "ExcelApi";
      return [member, `${name} ${version}`];
    }),
  );
}
