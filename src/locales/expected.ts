/** What is wrong with a part of a request, by its code, as a sentence in each language. */
const SENTENCES = new Map<string, { readonly zh: string; readonly en: string }>([
  ["text", { zh: "应为一段文字。", en: "It should be a text." }],
  ["texts", { zh: "应为若干文字的列表。", en: "It should be a list of texts." }],
  ["flag", { zh: "应为 true 或 false。", en: "It should be true or false." }],
  ["rows", { zh: "应为若干行，每行一个对象。", en: "It should be a list of rows, an object each." }],
  ["map", { zh: "应为一个对象。", en: "It should be an object." }],
  ["any", { zh: "应为一个值。", en: "It should be a value." }],
  ["single", { zh: "应为单个值。", en: "It should be a single value." }],
  ["step", { zh: "应为一行一个 JSON 对象。", en: "A line should be one JSON object." }],
  ["given", { zh: "必须给出。", en: "It must be given." }],
  ["fresh", { zh: "该账簿已存在。", en: "A book of that name is there already." }],
  ["book", { zh: "请先新建或打开账簿。", en: "Make or open a book first." }],
]);

/** The sentence of a code; a code that is none is said as it is. */
export function expectation(code: string, language: "zh" | "en"): string {
  return SENTENCES.get(code)?.[language] ?? code;
}
