/** What is wrong with a part of a request, by its code, as a sentence in each language. */
const SENTENCES = new Map<string, { readonly zh: string; readonly en: string }>([
  [
    "made",
    {
      zh: "这个生产单还没有完工入库，不能结案。",
      en: "Nothing that the job made has been posted yet, so it cannot be closed.",
    },
  ],
  [
    "order",
    {
      zh: "应为一张已过账的订单、计划、报价或合同。",
      en: "It should be a posted order, plan, quotation or contract.",
    },
  ],
  ["text", { zh: "应为一段文字。", en: "It should be a text." }],
  ["texts", { zh: "应为若干文字的列表。", en: "It should be a list of texts." }],
  ["flag", { zh: "应为 true 或 false。", en: "It should be true or false." }],
  ["rows", { zh: "应为若干行，每行一个对象。", en: "It should be a list of rows, an object each." }],
  ["map", { zh: "应为一个对象。", en: "It should be an object." }],
  ["cells", { zh: "应为若干 行号.列=值。", en: "It should be cells: LINE.COLUMN=VALUE." }],
  [
    "month",
    {
      zh: "应为期间表中的一个期间，或一个月份，如 2026-01。",
      en: "It should be a period of the table, or a month like 2026-01.",
    },
  ],
  [
    "day",
    { zh: "应为日期，如 2026-01-05，或 today。", en: "It should be a date like 2026-01-05, or today." },
  ],
  ["code", { zh: "应为其编码或名称。", en: "It should be the code or the name of one." }],
  ["word", { zh: "应为可选的词之一。", en: "It should be one of the words it takes." }],
  ["words", { zh: "应为可选的词，以逗号分隔。", en: "It should be words it takes, parted by commas." }],
  ["columns", { zh: "应为列名，以逗号分隔。", en: "It should be columns, parted by commas." }],
  ["edges", { zh: "应为递增的天数，如 30,60,90。", en: "It should be days that rise, like 30,60,90." }],
  ["rate", { zh: "应为百分数，如 2。", en: "It should be a per cent number, like 2." }],
  ["filter", { zh: "应为 列=值,值;列=值。", en: "It should be column=value,value;column=value." }],
  ["any", { zh: "应为一个值。", en: "It should be a value." }],
  ["single", { zh: "应为单个值。", en: "It should be a single value." }],
  ["step", { zh: "应为一行一个 JSON 对象。", en: "A line should be one JSON object." }],
  ["number", { zh: "应为一个数。", en: "It should be a number." }],
  ["numbers", { zh: "应为若干数，以逗号分隔。", en: "It should be numbers, parted by commas." }],
  ["quantity", { zh: "应为数量，至多六位小数。", en: "It should be a quantity of at most six decimals." }],
  ["price", { zh: "应为单价，至多六位小数。", en: "It should be a price of at most six decimals." }],
  ["rate", { zh: "应为百分数，如 13。", en: "It should be a per cent number like 13." }],
  ["money", { zh: "应为金额。", en: "It should be an amount of money." }],
  ["whole", { zh: "应为整数。", en: "It should be a whole number." }],
  [
    "wholeUnits",
    {
      zh: "换算后不是基本单位所允许的数量。请改数量，或放宽小数位。",
      en: "It does not come to a quantity that the stock unit allows. Change it, or allow more decimals.",
    },
  ],
  [
    "whole100",
    {
      zh: "条件各行应合计 100%，最后一行取余额。",
      en: "The lines should come to 100 per cent, or the last should take what is left.",
    },
  ],
  ["either", { zh: "restore 与 amend 二选一。", en: "Ask either for restore or for amend." }],
  ["given", { zh: "必须给出。", en: "It must be given." }],
  [
    "fresh",
    {
      zh: "那里已有一本账簿，没有覆盖。请换个名字；--out 和 convert 可加 --force 覆盖。",
      en: "A book stands there already and is not written over. Choose another name; --out and convert take --force.",
    },
  ],
  [
    "noBook",
    {
      zh: "那里已有的不是账簿，不会覆盖。请换个位置。",
      en: "What stands there is no book and is never written over. Choose another place.",
    },
  ],
  [
    "form",
    {
      zh: "账簿应为 .xlsx 文件、.json 文件，或 CSV 文件夹（名字不带后缀）。",
      en: "A book is an .xlsx file, a .json file, or a folder of CSV, whose name has no ending.",
    },
  ],
  [
    "macros",
    {
      zh: "含宏的工作簿只能保存为 .xlsm。",
      en: "A workbook with macros can only be kept as .xlsm.",
    },
  ],
  ["format", { zh: "应为 table、csv 或 json。", en: "It should be table, csv or json." }],
  [
    "steps",
    {
      zh: "这是账簿，不是步骤。用法：run 账簿 步骤文件（- 为标准输入）。",
      en: "This is a book, not steps. Use: run BOOK STEPS, where - is standard input.",
    },
  ],
  ["book", { zh: "请先新建或打开账簿。", en: "Make or open a book first." }],
]);

/** The sentence of a code; a code that is none is said as it is. */
export function expectation(code: string, language: "zh" | "en"): string {
  return SENTENCES.get(code)?.[language] ?? code;
}
