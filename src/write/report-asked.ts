import type { Book } from "../domain/book/book";
import { dayText } from "../domain/kernel/day";
import { type Language, titleIn } from "../domain/kernel/title";
import {
  edgesIn,
  filterIn,
  listIn,
  membersOf,
  type ParameterDefinition,
  type ReportParameters,
} from "../domain/reports/parameters";
import { pivotColumn } from "../domain/reports/pivot-columns";
import type { RegisterView } from "../domain/reports/register-view";
import type { ReportDefinition } from "../domain/reports/report";

/** What names stand for, and in which language they are said. */
export interface Asking {
  readonly book: Book;
  readonly view: RegisterView;
  readonly language: Language;
}

type Saying = (parameter: ParameterDefinition, asked: ReportParameters, asking: Asking) => string;

/**
 * What a report was asked, as one line over its rows: `As of: 2026-03-31; Warehouse: MAIN Main store`. What
 * was not said is left out; "" where nothing was.
 */
export function askedText(
  { parameters }: Pick<ReportDefinition, "parameters">,
  asked: ReportParameters,
  asking: Asking,
): string {
  const isChinese = asking.language === "zh-CN";
  return parameters
    .map((parameter) => ({ parameter, said: SAID[parameter.kind](parameter, asked, asking) }))
    .filter(({ said }) => said !== "")
    .map(({ parameter, said }) =>
      [titleIn(asking.language, parameter.title), said].join(isChinese ? "：" : ": "),
    )
    .join(isChinese ? "；" : "; ");
}

function number({ id }: ParameterDefinition, asked: ReportParameters): number | null {
  const value = asked[id];
  return typeof value === "number" ? value : null;
}

function comma({ language }: Asking): string {
  return language === "zh-CN" ? "、" : ", ";
}

const day: Saying = (parameter, asked) => {
  const value = number(parameter, asked);
  return value === null ? "" : dayText(value);
};

const member: Saying = (parameter, asked, { book }) => {
  const place = number(parameter, asked);
  const found = place === null ? undefined : membersOf(parameter.table, book).at(place);
  if (found === undefined) return "";
  return found.name === "" || found.name === found.code ? found.code : `${found.code} ${found.name}`;
};

function wordTitle({ words = [] }: ParameterDefinition, code: string, { language }: Asking): string {
  const word = words.find((each) => each.code === code);
  return word === undefined ? code : titleIn(language, word.title);
}

const word: Saying = (parameter, asked, asking) => {
  const value = asked[parameter.id];
  return typeof value === "string" ? wordTitle(parameter, value, asking) : "";
};

const words: Saying = (parameter, asked, asking) =>
  listIn(asked, parameter.id)
    .map((code) => wordTitle(parameter, code, asking))
    .join(comma(asking));

function columnTitle({ table }: ParameterDefinition, name: string, { view, language }: Asking): string {
  const column = pivotColumn(view, table ?? "sales", name);
  return column === null ? name : titleIn(language, column.title);
}

const columns: Saying = (parameter, asked, asking) =>
  listIn(asked, parameter.id)
    .map((name) => columnTitle(parameter, name, asking))
    .join(comma(asking));

const filter: Saying = (parameter, asked, asking) =>
  filterIn(asked, parameter.id)
    .map(({ column, values }) => `${columnTitle(parameter, column, asking)} = ${values.join(comma(asking))}`)
    .join(comma(asking));

const flag: Saying = ({ id }, asked, { language }) =>
  asked[id] === true ? (language === "zh-CN" ? "是" : "yes") : "";

const edges: Saying = ({ id }, asked, asking) => (edgesIn(asked, id) ?? []).join(comma(asking));

/** Per cent from 10⁻⁶. */
const rate: Saying = (parameter, asked) => {
  const value = number(parameter, asked);
  return value === null ? "" : `${String(value / 1_000_000)}%`;
};

const SAID: Readonly<Record<ParameterDefinition["kind"], Saying>> = {
  day,
  code: member,
  word,
  words,
  columns,
  filter,
  flag,
  edges,
  rate,
  text: word,
};
