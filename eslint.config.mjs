import js from "@eslint/js";
import office from "eslint-plugin-office-addins";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { house, pureFiles } from "./eslint.house.mjs";

const tests = ["**/*.test.ts", "**/*.test.tsx", "test/**/*.ts", "bench/**/*.ts"];

/** The way from cells to figures: free of the limits on a function, where a benchmark shows why. */
const hotWay = [
  "src/domain/kernel/mul-div.ts", // every product of a quantity and a price
  "src/domain/costing/**/*.ts", // single passes over a million sorted moves
  "src/domain/ledger/**/*.ts", // columnar buffers filled without an object per posting
  "src/domain/posting/**/*.ts", // every line of the book, on each recompute
  "src/domain/settlement/**/*.ts", // every debt of the book, on each recompute
  "src/domain/documents/{group,references,remainders,stock-quantity,amounts}.ts", // every line, before it is posted
  "src/read/cells/**/*.ts", // every cell of every table goes through here
  "src/engine/formulas/{calculate,criteria}/*[!t].ts", // every formula of the book, on each change
  "bench/{floor,work}.ts", // what the hot way is measured beside
];

/** Tables of data may be long. */
const dataTables = ["src/locales/**/*.ts", "src/registers/**/*.ts"];

/** Where a value gets its brand, and where unknown cells become values. */
const mayAssert = ["src/domain/kernel/**/*.ts", "src/read/**/*.ts", ...tests];

const said = (selector, message) => ({ selector, message });

const everywhere = [
  said("ExportDefaultDeclaration", "No default exports: a definition and its file have one name."),
  said("TSEnumDeclaration", "No enums: a union of literals says the same."),
  said("TSModuleDeclaration[kind='namespace']", "No namespaces."),
];

const inPureRooms = [
  said("NewExpression[callee.name='Date'][arguments.length=0]", "Today is an argument (Moment)."),
  said("CallExpression[callee.name='Date']", "Today is an argument (Moment)."),
  said("MemberExpression[object.name='Date'][property.name='now']", "The clock is an argument (Moment)."),
  said("MemberExpression[object.name='Math'][property.name='random']", "Randomness is an argument (Moment)."),
  said("MemberExpression[property.name=/^toLocale/]", "No locale of the machine in pure rooms."),
  said(
    "MemberExpression[property.name='localeCompare']",
    "Order is by code unit, the same on every machine.",
  ),
  said("Identifier[name='Intl']", "No locale of the machine in pure rooms."),
];

const valuesOnly = [
  said("ClassDeclaration", "Data is plain values: no classes in pure rooms."),
  said("TSPropertySignature[readonly!=true]", "Data is readonly."),
];

const width = {
  code: 110,
  ignoreComments: true,
  ignoreUrls: true,
  ignoreStrings: true,
  ignoreTemplateLiterals: true,
  ignoreRegExpLiterals: true,
};
const free = { skipBlankLines: true, skipComments: true };

export default tseslint.config(
  { ignores: ["dist/**", "coverage/**", "node_modules/**", "pure-rooms.d.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["**/*.{js,cjs,mjs}"], extends: [js.configs.recommended], rules: { "no-undef": "off" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house },
    rules: {
      "house/place": "error",
      "house/doc-comment": "error",
      "house/comment-width": "error",
      "max-lines": ["error", { max: 250, ...free }],
      "max-lines-per-function": ["error", { max: 40, ...free }],
      "max-params": ["error", 3],
      "max-depth": ["error", 2],
      "max-len": ["error", width],
      complexity: ["error", 8],
      eqeqeq: "error",
      "prefer-const": "error",
      "no-restricted-syntax": ["error", ...everywhere],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A workbook in memory answers a port that is asynchronous because Excel is.
      "@typescript-eslint/require-await": "off",
      // A type parameter used once still names what a brand maker or a registry makes.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // The compiler reports them (noUnusedLocals, noUnusedParameters).
      "@typescript-eslint/no-unused-vars": "off",
    },
  },
  {
    files: pureFiles,
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...inPureRooms, ...valuesOnly] },
  },
  {
    files: [...hotWay, "src/workbook/port.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...inPureRooms] },
  },
  {
    files: hotWay,
    rules: {
      complexity: "off",
      "max-lines-per-function": "off",
      "max-depth": ["error", 4],
      "max-params": ["error", 5],
    },
  },
  {
    files: ["src/{taskpane,workbench}/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    files: ["src/workbook/excel/**/*.ts"],
    plugins: { "office-addins": office },
    rules: {
      ...(office.configs.recommended[0]?.rules ?? office.configs.recommended.rules),
      // The compiler knows which names there are, and which are used.
      "no-undef": "off",
      "no-unused-vars": "off",
    },
  },
  { files: dataTables, rules: { "max-lines": "off" } },
  {
    files: mayAssert,
    rules: { "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "as" }] },
  },
  {
    files: ["src/**/main.{ts,tsx}", "src/**/*.worker.ts"],
    rules: { "max-lines": ["error", { max: 60, ...free }] },
  },
  {
    files: tests,
    rules: {
      "max-lines-per-function": "off",
      "no-restricted-syntax": ["error", ...everywhere],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
);
