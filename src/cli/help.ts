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
  return [verb.verb, "BOOK", ...operands.map(placed)].join(" ");
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

/** What `taizhang VERB --help` says. */
export function verbHelp(language: Language, verb: Verb): string {
  const options = verb.takes.map(({ id, operand, title }) => {
    const name = operand === true ? id.toUpperCase() : `--${dashed(id)}`;
    return `  ${name.padEnd(16)}${titleIn(language, title)}`;
  });
  return `${[`taizhang ${usage(verb)}`, titleIn(language, verb.title), ...options].join("\n")}\n`;
}
