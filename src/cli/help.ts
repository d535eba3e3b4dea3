import type { OptionDefinition } from "../app/options";
import { titleIn, type Language } from "../domain/kernel/title";
import { dashed } from "./command-line";
import type { Verb } from "./verb";

const GENERAL = {
  usage: { zh: "用法：taizhang 命令 账簿 … [选项]", en: "Usage: taizhang VERB BOOK … [options]" },
  demo: {
    zh: "用样例账簿走一遍：检查、过账、重算、看结果",
    en: "the sample's book from drafts to figures, told in a page",
  },
  run: {
    zh: "逐行执行 JSON 步骤；- 为标准输入",
    en: "steps as JSON lines, one answer a line; - is standard input",
  },
  options: {
    zh: [
      "--json            标准输出只有一个 JSON 对象",
      "--out 账簿        结果写到别处，原账簿不动；那里已有别的账簿时须加 --force",
      "--format 格式     table（默认）| csv | json",
      "--user 姓名       --today 日期",
      "--lang zh-CN|en-US",
    ].join("\n  "),
    en: [
      "--json            one JSON object on standard output",
      "--out BOOK        write the result elsewhere, leave the book as it is; over another book with --force",
      "--format FORMAT   table (default) | csv | json",
      "--user NAME       --today DATE",
      "--lang zh-CN|en-US",
    ].join("\n  "),
  },
  codes: {
    zh: "退出码：0 完成 · 1 有错误 · 2 用法不对 · 3 账簿不能读或写",
    en: "Exit codes: 0 done · 1 findings · 2 wrong use · 3 the book cannot be read or written",
  },
};

function placed({ id, kind, required }: OptionDefinition): string {
  const word = `${id.toUpperCase()}${kind === "texts" ? "…" : ""}`;
  return required === true ? word : `[${word}]`;
}

function usage(verb: Verb): string {
  const operands = verb.takes.filter(
    ({ operand, id }) => operand === true && !(verb.book === "makes" && id === "path"),
  );
  return [verb.verb, ...(verb.book === "none" ? [] : ["BOOK"]), ...operands.map(placed)].join(" ");
}

/** What `taizhang --help` says. */
export function generalHelp(language: Language, verbs: readonly Verb[]): string {
  const lines = [
    ...verbs.map((verb) => [usage(verb), titleIn(language, verb.title)]),
    ["run [BOOK] STEPS", titleIn(language, GENERAL.run)],
    ["demo [BOOK]", titleIn(language, GENERAL.demo)],
  ];
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  const listed = lines.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
  const parts = [
    titleIn(language, GENERAL.usage),
    "",
    ...listed,
    "",
    `  ${titleIn(language, GENERAL.options)}`,
    "",
  ];
  return `${[...parts, titleIn(language, GENERAL.codes)].join("\n")}\n`;
}

function listedLines({ lists = [] }: Verb, language: Language): readonly string[] {
  const width = Math.max(0, ...lists.map(({ name }) => name.length)) + 2;
  const lines = lists.flatMap(({ name, title, parameters }) => [
    `  ${name.padEnd(width)}${titleIn(language, title)}`,
    ...(parameters.length === 0 ? [] : [`  ${" ".repeat(width)}${parameters.join("  ")}`]),
  ]);
  return lines.length === 0 ? [] : ["", ...lines];
}

/** What `taizhang VERB --help` says. */
export function verbHelp(language: Language, verb: Verb): string {
  const options = verb.takes.map(({ id, kind, operand, title }) => {
    const named = kind === "map" && id === "params" ? "--param" : `--${dashed(id)}`;
    return `  ${(operand === true ? id.toUpperCase() : named).padEnd(16)}${titleIn(language, title)}`;
  });
  const lines = [`taizhang ${usage(verb)}`, titleIn(language, verb.title), ...options];
  return `${[...lines, ...listedLines(verb, language)].join("\n")}\n`;
}

const RUN_STEPS = [
  '{"verb":"enter","table":"items","rows":[{"code":"bolt","name":"Bolt"}]}',
  '{"verb":"check"}',
  '{"verb":"post","user":"lin","today":"2026-01-31"}',
  '{"verb":"report","code":"stock-on-hand","params":{"asOf":"2026-01-31"}}',
  '{"verb":"save","path":"copy.xlsx"}',
];

const ALONE = {
  run: {
    usage: "taizhang run [BOOK] STEPS",
    zh: [
      "每行一个 JSON 步骤：verb 是命令，选项写成键；user、today 从写下的那步起一直有效。",
      "每步答复一行；有步骤改动了 BOOK，结束时保存一次。例如：",
      ...RUN_STEPS.map((step) => `  ${step}`),
    ],
    en: [
      "A JSON step a line: verb names the command, its options are keys; user and today hold from their step on.",
      "Each step is answered in one line; BOOK is saved once at the end where a step changed it. For example:",
      ...RUN_STEPS.map((step) => `  ${step}`),
    ],
  },
  demo: {
    usage: "taizhang demo [BOOK]",
    zh: ["用样例新建账簿 BOOK（不给时在当前文件夹取一个没用过的名字），检查、过账、重算，并讲给你看。"],
    en: [
      "Makes BOOK from the sample (without BOOK: under a free name in this folder), checks, posts and",
      "recomputes it, and tells what came of it.",
    ],
  },
} as const;

/** What `taizhang run --help` and `taizhang demo --help` say. */
export function aloneHelp(language: Language, name: "run" | "demo"): string {
  const { usage: line, zh, en } = ALONE[name];
  return `${[line, ...(language === "zh-CN" ? zh : en)].join("\n")}\n`;
}
