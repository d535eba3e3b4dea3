import { documentTypes } from "../domain/documents/index";
import { type Language, titleIn } from "../domain/kernel/title";
import type { ParameterDefinition } from "../domain/reports/parameters";
import type { ReportColumn, ReportDefinition, ReportResult, ReportRow } from "../domain/reports/report";
import type { PaneWords } from "../locales/pane-zh-cn";
import { figureText } from "./figures";

/** One column of the table that a person sees. */
export interface SeenColumn {
  readonly id: string;
  readonly title: string;
  readonly isFigure: boolean;
}

/** One row: a text a column, and whether it is a sum of others. */
export interface SeenRow {
  readonly cells: readonly string[];
  readonly isSum: boolean;
}

/** A report as a person sees it: titles instead of codes of types and sides, sums named. */
export interface SeenTable {
  readonly columns: readonly SeenColumn[];
  readonly rows: readonly SeenRow[];
  readonly totals: SeenRow | null;
}

/** In which words a report is shown. */
export interface Showing {
  readonly report: Pick<ReportDefinition, "parameters">;
  readonly language: Language;
  readonly words: PaneWords["reports"];
}

const FIGURES: ReadonlySet<string> = new Set(["quantity", "price", "money", "whole"]);

/** The result of a report as a person sees it. A pivot's level is not shown; its grand total stands once. */
export function seenTable({ columns: all, rows, totals }: ReportResult, showing: Showing): SeenTable {
  const level = all.findIndex(({ id }) => id === "level");
  const columns = all.filter(({ id }) => id !== "level");
  const fields = level === -1 ? 1 : level;
  const text = textOf(showing);
  const seen = (row: ReportRow, sum: string | null): SeenRow => {
    const cells = columns.map((column) => text(column, row[column.id] ?? null));
    const free = sum === null ? -1 : cells.slice(0, fields).findIndex((cell) => cell === "");
    return { cells: cells.map((cell, i) => (i === free ? (sum ?? "") : cell)), isSum: sum !== null };
  };
  const isAbove = (row: ReportRow): boolean => Number(row["level"] ?? 0) > 0;
  const body = totals === null ? rows : rows.filter((row) => row["level"] !== -1);
  return {
    columns: columns.map(({ id, title, kind }) => ({
      id,
      title: titleIn(showing.language, title),
      isFigure: FIGURES.has(kind),
    })),
    rows: body.map((row) => seen(row, isAbove(row) ? showing.words.subtotal : null)),
    totals: totals === null ? null : seen(totals, showing.words.total),
  };
}

type TextOf = (column: ReportColumn, value: string | number | null) => string;

function textOf({ report, language }: Showing): TextOf {
  const types = new Map(documentTypes.map(({ code, title }) => [code, titleIn(language, title)]));
  const worded = new Map(report.parameters.map((parameter) => [parameter.id, wordsOf(parameter, language)]));
  return ({ id, kind }, value) => {
    if (value === null) return "";
    if (typeof value === "number") return figureText(value, kind);
    if (id === "type") return types.get(value) ?? value;
    return worded.get(id)?.get(value) ?? value;
  };
}

function wordsOf({ words = [] }: ParameterDefinition, language: Language): ReadonlyMap<string, string> {
  return new Map(words.map(({ code, title }) => [code, titleIn(language, title)]));
}
