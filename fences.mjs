/**
 * The rooms of src and what each may import besides itself: one list, read by dependency-cruiser and eslint.
 * `sees` names rooms or files; `seesTypesOf` only their types; `packages` what it may take from node_modules;
 * `node` says that Node's own modules are open to it. A room that stands above another (`workbook/excel`
 * under `workbook`) is named by its whole path. Entry points (`main.ts`, workers) may import anything.
 */
export const rooms = [
  { room: "domain/kernel", sees: [] },
  { room: "domain/book", sees: ["domain/kernel"] },
  { room: "domain/ledger", sees: ["domain/kernel", "domain/book"] },
  { room: "domain/log", sees: ["domain/kernel", "domain/book"] },
  { room: "domain/costing", sees: ["domain/kernel", "domain/book"] },
  { room: "domain/settlement", sees: ["domain/kernel", "domain/book", "domain/ledger"] },
  { room: "domain/documents", sees: ["domain/kernel", "domain/book", "domain/ledger"] },
  {
    room: "domain/posting",
    sees: [
      "domain/kernel",
      "domain/book",
      "domain/ledger",
      "domain/costing",
      "domain/settlement",
      "domain/documents",
    ],
  },
  { room: "domain/planning", sees: ["domain"] },
  { room: "domain/reports", sees: ["domain"] },
  { room: "registers", sees: ["domain"] },
  { room: "locales", sees: [], seesTypesOf: ["domain/kernel"] },
  { room: "read", sees: ["registers", "domain", "locales"], seesTypesOf: ["workbook/port.ts"] },
  { room: "write", sees: ["registers", "domain", "locales"], seesTypesOf: ["workbook/port.ts"] },
  { room: "workbook/port.ts", sees: [] },
  { room: "workbook/expected-rows.ts", sees: [], seesTypesOf: ["workbook/port.ts"] },
  { room: "workbook/report-mark.ts", sees: [] },
  { room: "workbook/report-look.ts", sees: ["workbook/port.ts"] },
  {
    room: "workbook/excel",
    sees: [
      "workbook/port.ts",
      "workbook/expected-rows.ts",
      "workbook/report-mark.ts",
      "workbook/report-look.ts",
    ],
  },
  {
    room: "workbook/embedded",
    sees: [
      "workbook/port.ts",
      "workbook/expected-rows.ts",
      "workbook/report-mark.ts",
      "workbook/report-look.ts",
      "engine",
    ],
  },
  { room: "workbook/files", sees: ["workbook/port.ts", "workbook/embedded", "engine"], node: true },
  { room: "app", sees: ["registers", "read", "domain", "write", "locales", "workbook/port.ts"] },
  { room: "open-book", sees: ["app", "domain"], seesTypesOf: ["workbook/port.ts"] },
  {
    room: "taskpane",
    sees: ["open-book", "app", "domain", "locales"],
    packages: ["react", "react-dom", "@fluentui"],
  },
  { room: "commands", sees: ["open-book", "app", "domain", "locales"] },
  { room: "functions", sees: ["open-book", "app", "domain", "locales"] },
  {
    room: "cli",
    sees: ["open-book", "app", "domain", "locales"],
    seesTypesOf: ["workbook/port.ts", "workbook/files"],
    node: true,
  },
  {
    room: "engine",
    sees: [],
    packages: ["fflate", "papaparse", "@borgar/fx", "numfmt"],
  },
  { room: "host", sees: ["engine"] },
  {
    room: "workbench",
    sees: ["host", "engine", "locales"],
    packages: ["react", "react-dom", "@fluentui", "react-data-grid"],
  },
];

/** Rooms with nothing ambient: no DOM, Node, Office, clock, randomness or locale. */
export const pureRooms = ["domain", "registers", "locales", "read", "write", "app"];

/** Files that compose the rest and may therefore import anything. */
export const entryPoints = "/(main|[a-z-]+\\.worker)\\.tsx?$";
