import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ExcelHost } from "../../../src/host/excel-host";
import { nativeBridge } from "../../../src/host/transport/bridge";

/** What Microsoft's bundle leaves on its window. */
export interface Office {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
}

const bundle = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
let load: ((window: object) => void) | null = null;

/**
 * Microsoft's unmodified office.js, talking to the host over the native bridge; a copy of its own each time.
 */
export function officeOver(host: ExcelHost): Office {
  const window = windowOver(host);
  // The bundle has no module form: it is a script that wants its names on a window. A script of node:vm would
  // give objects of another realm than the tests', whose arrays are then not the tests' arrays.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  load ??= new Function("window", `with(window){${readFileSync(bundle, "utf8")}\n}`) as (
    window: object,
  ) => void;
  load(window);
  return window as unknown as Office;
}

const globals = [
  "OfficeExtension",
  "OfficeExtensionBatch",
  "OfficeCore",
  "Excel",
  "OSF",
  "Office",
  "Microsoft",
  "OfficeExt",
  "OfficeRuntime",
  "CustomFunctions",
  "Type",
  "Sys",
];

/** As little of a browser's window as the bundle asks for. */
function windowOver(host: ExcelHost): Record<string, unknown> {
  const listens = { addEventListener: () => undefined, removeEventListener: () => undefined };
  const store = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const window: Record<string, unknown> = {
    ...Object.fromEntries(globals.map((name) => [name, undefined])),
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, console, performance, ...listens },
    navigator: { userAgent: "Node" },
    location: { href: "https://localhost/", protocol: "https:", host: "localhost", search: "", hash: "" },
    document: { domain: "localhost", getElementsByTagName: () => [], URL: "https://localhost/", ...listens },
    sessionStorage: store,
    localStorage: store,
    _richApiNativeBridge: nativeBridge(host),
  };
  return Object.assign(window, { window, self: window, top: window, parent: window });
}
