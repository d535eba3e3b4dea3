import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../support/cli-run";

const read = (page: string): string => readFileSync(path.join(root, page), "utf8");

const inDocs = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);
const pages = ["README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md", ...inDocs];
const readmes = ["README.md", "README.zh-CN.md"];
const guides = [...readmes, ...inDocs.filter((page) => page.startsWith("docs/guide/"))];

/** Where the links of a page lead within the repository, without what follows `#`. */
function linksIn(page: string): readonly string[] {
  const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target.split("#")[0]);
  return targets.filter((target) => target !== "" && !/^https?:/.test(target));
}

/** The lines of a page that a person types into a terminal, remarks left off. */
function commandsIn(page: string): readonly string[] {
  const blocks = [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block);
  const lines = blocks.flatMap((block) => block.split("\n"));
  const inText = [...read(page).matchAll(/`(npm run [^`]+)`/g)].map(([, command]) => command);
  return [...lines, ...inText].map((line) => line.replace(/ +#.*$/, "").trim()).filter(Boolean);
}

function help(...words: readonly string[]): string {
  const cli = path.join(root, "dist/cli.cjs");
  return spawnSync(process.execPath, [cli, ...words, "--help", "--lang", "en-US"], { encoding: "utf8" })
    .stdout;
}

const verbs = [...help().matchAll(/^ {2}([a-z]+) /gm)].map(([, verb]) => verb);
const scripts = (JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> })
  .scripts;

describe("the pages", () => {
  it.each(pages)("%s links to what is there", (page) => {
    const missing = linksIn(page).filter(
      (target) => !existsSync(path.join(root, path.dirname(page), target)),
    );
    expect(missing).toEqual([]);
  });

  it.each(guides)("%s names scripts and verbs that are there", (page) => {
    const named = commandsIn(page).flatMap((line) => [...line.matchAll(/npm run (?:-s )?([\w:]+)/g)]);
    const strange = named.map(([, script]) => script).filter((script) => !(script in scripts));
    const said = commandsIn(page).flatMap((line) => [...line.matchAll(/npm run -s cli -- ([a-z]+)/g)]);
    expect(strange).toEqual([]);
    expect(commandsIn(page).length).toBeGreaterThan(0);
    expect(said.map(([, verb]) => verb).filter((verb) => !verbs.includes(verb))).toEqual([]);
  });

  it("say in the glossary where each word stands", () => {
    const paths = [...read("docs/GLOSSARY.md").matchAll(/`([a-z-]+\/[\w/.-]+)`/g)].map(([, place]) => place);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((place) => !existsSync(path.join(root, "src", place)))).toEqual([]);
  });

  it("show in the tree the rooms that are there", () => {
    const tree = /```\nsrc\/\n([\s\S]*?)```/.exec(read("docs/ARCHITECTURE.md"))?.[1] ?? "";
    const shown = [...tree.matchAll(/^ {2}([\w-]+)\//gm)].map(([, room]) => room);
    const inDomain = [...tree.matchAll(/^ {4}([\w-]+)\//gm)].map(([, room]) => room);
    expect([...shown].sort()).toEqual(readdirSync(path.join(root, "src")).sort());
    const rooms = ["domain", "workbook"].flatMap((room) =>
      readdirSync(path.join(root, "src", room)).filter((name) => !name.includes(".")),
    );
    expect([...inDomain].sort()).toEqual(rooms.sort());
  });
});

describe("the two READMEs", () => {
  const own = (page: string) => commandsIn(page).filter((line) => line.startsWith("npm ci"));

  it("name the same two lines, one to try it and one for every test", () => {
    expect(own("README.md")).toEqual(["npm ci && npm start", "npm ci && npm test"]);
    expect(own("README.zh-CN.md")).toEqual(own("README.md"));
    expect(["start", "demo", "test"].filter((script) => !(script in scripts))).toEqual([]);
  });

  it.each(readmes)("list in %s every verb but save, and every report", (page) => {
    const text = read(page);
    const unsaid = verbs.filter((verb) => verb !== "save" && !text.includes(`\`${verb}\``));
    const list = readFileSync(path.join(root, "src/domain/reports/index.ts"), "utf8");
    const reports = [...list.matchAll(/"\.\/([a-z-]+)"/g)]
      .map(([, code]) => code)
      .filter((code) => code !== "report");
    expect(reports.length).toBeGreaterThan(6);
    expect([...unsaid, ...reports.filter((code) => !text.includes(`\`${code}\``))]).toEqual([]);
  });

  it("use the same verbs in their examples", () => {
    const used = (page: string) =>
      commandsIn(page).flatMap((line) => /npm run -s cli -- ([\w-]+)/.exec(line)?.slice(1) ?? []);
    expect(used("README.zh-CN.md")).toEqual(used("README.md"));
  });
});
