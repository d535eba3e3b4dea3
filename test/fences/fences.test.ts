import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(__dirname, "..", "..");

/** Everything that makes the checkers what they are. */
const configs = [
  "package.json",
  "tsconfig.json",
  "tsconfig.pure.json",
  "pure-rooms.d.ts",
  "fences.mjs",
  ".dependency-cruiser.mjs",
  "eslint.config.mjs",
  "eslint.house.mjs",
  "knip.json",
];

const checkers = {
  types: ["typescript-native/bin/tsc", "-p", "tsconfig.json"],
  pureTypes: ["typescript-native/bin/tsc", "-p", "tsconfig.pure.json"],
  lint: ["eslint/bin/eslint.js", "src"],
  fences: ["dependency-cruiser/bin/dependency-cruise.mjs", "src", "--config", ".dependency-cruiser.mjs"],
  unused: ["knip/bin/knip.js", "--include", "exports,files", "--no-config-hints"],
} as const;

const weekday = "src/domain/kernel/weekday.ts";
const greet = "src/app/greet.ts";

/** A small tree that keeps every rule. */
const tidy = {
  [weekday]: "/** Monday is 0. */\nexport const weekday = (day: number): number => (day + 5) % 7;\n",
  [greet]:
    'import { weekday } from "../domain/kernel/weekday";\n\n' +
    "/** What the book says when it opens. */\n" +
    "export const greet = (today: number): string => `day ${weekday(today)}`;\n",
  "src/cli/main.ts": 'import { greet } from "../app/greet";\n\nconsole.log(greet(46000));\n',
};

const trees: string[] = [];

/** The tidy tree with some files put in or replaced, under the real configuration. */
const plant = (files: Readonly<Record<string, string>>): string => {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), "fences-")));
  trees.push(tree);
  for (const name of configs) cpSync(join(root, name), join(tree, name));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  for (const [name, text] of Object.entries({ ...tidy, ...files })) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), text);
  }
  return tree;
};

const check = (checker: keyof typeof checkers, tree: string): { failed: boolean; said: string } => {
  const [program, ...options] = checkers[checker];
  const run = spawnSync(process.execPath, [join(root, "node_modules", program), ...options], {
    cwd: tree,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  return { failed: run.status !== 0, said: run.stdout + run.stderr };
};

afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

describe("the fences", () => {
  it("let a tidy tree through", () => {
    const tree = plant({});
    const said = (["types", "pureTypes", "lint", "fences", "unused"] as const).map((each) =>
      check(each, tree),
    );
    expect(said.filter(({ failed }) => failed)).toEqual([]);
  });

  it("stop the domain from importing the app", () => {
    const tree = plant({
      [weekday]: `import { greet } from "../../app/greet";\n${tidy[weekday]}export const hi = greet;\n`,
      [greet]: "/** Hello. */\nexport const greet = (): string => `day`;\n",
    });
    const { failed, said } = check("fences", tree);
    expect(failed).toBe(true);
    expect(said).toContain("domain/kernel: what it sees: src/domain/kernel/weekday.ts → src/app/greet.ts");
  });

  it("stop the locales from importing more than types of the kernel", () => {
    const tree = plant({
      "src/locales/en.ts":
        'import { weekday } from "../domain/kernel/weekday";\nexport const en = weekday(1);\n',
    });
    expect(check("fences", tree).said).toContain("locales: types only: src/locales/en.ts");
  });

  it("stop the read room from importing Node", () => {
    const tree = plant({
      "src/read/cells.ts": 'import { readFileSync } from "node:fs";\nreadFileSync("book");\n',
    });
    expect(check("fences", tree).said).toContain("read: nothing of Node: src/read/cells.ts → fs");
  });

  it("leave no console to the domain", () => {
    const tree = plant({ [weekday]: `${tidy[weekday]}console.log(weekday(1));\n` });
    const { failed, said } = check("pureTypes", tree);
    expect(failed).toBe(true);
    expect(said).toContain("Cannot find name 'console'");
  });

  it("leave no clock to the domain, no cast outside the kernel, and no export without its meaning", () => {
    const tree = plant({
      [weekday]: `${tidy[weekday]}export const soon = Date.now() + new Date().getTime();\n`,
      [greet]: `${tidy[greet]}/** One. */\nexport const one = 1 as number;\nexport default one;\n`,
    });
    const { failed, said } = check("lint", tree);
    expect(failed).toBe(true);
    expect(said).toContain("The clock is an argument");
    expect(said).toContain("Today is an argument");
    expect(said).toContain("An export says what its types cannot");
    expect(said).toContain("Do not use any type assertions");
    expect(said).toContain("No default exports");
  });

  it("give every file a room and every line a width, and keep data readonly", () => {
    const tree = plant({
      "src/utils/format-all.ts": `// ${"wide ".repeat(30)}\nexport {};\n`,
      "src/app/Greeting.ts": "/** Said. */\nexport interface Greeting {\n  text: string;\n}\n",
    });
    const { said } = check("lint", tree);
    expect(said).toContain("This file stands in no room");
    expect(said).toContain("this folder name says nothing");
    expect(said).toContain("A comment line is at most 110 wide");
    expect(said).toContain("Files are kebab-case");
    expect(said).toContain("Data is readonly");
  });

  it("stop an export that nobody uses", () => {
    const tree = plant({ [weekday]: `${tidy[weekday]}\n/** Sunday. */\nexport const sunday = 6;\n` });
    const { failed, said } = check("unused", tree);
    expect(failed).toBe(true);
    expect(said).toContain("sunday");
  });
});
