import { titleIn, type Language } from "../../domain/kernel/title";
import { formulas } from "../../domain/planning/index";

/** A formula's figures for a person, a line each with its title; "—" where one is not defined. */
export function outcomesText(value: object, language: Language): string {
  const figures = new Map<string, unknown>(Object.entries(value));
  const formula = formulas.find(({ results }) => results.every(({ id }) => figures.has(id)));
  const results = formula?.results ?? [];
  return results
    .map(({ id, title }) => `${titleIn(language, title)}: ${figureText(figures.get(id))}\n`)
    .join("");
}

function figureText(figure: unknown): string {
  if (Array.isArray(figure)) return figure.map(figureText).join(", ");
  if (typeof figure === "string") return figure;
  if (typeof figure !== "object") return JSON.stringify(figure);
  if (figure === null) return "—";
  const cells: readonly unknown[] = Object.values(figure);
  return cells
    .filter((cell) => cell !== null)
    .map(figureText)
    .join(" ");
}
