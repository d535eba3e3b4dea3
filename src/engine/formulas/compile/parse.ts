import { parse, tokenize } from "@borgar/fx/xlsx";
import type { AstExpression, Token } from "@borgar/fx/xlsx";

/** The tree of a formula (without `=`); null where it is none. */
export function parseFormula(text: string): AstExpression | null {
  try {
    return parse(withoutLostSheets(tokenize(text, { withLocation: false })));
  } catch {
    return null;
  }
}

/** A typed formula (without `=`), with the brackets that are missing at its end as Excel adds them. */
export function closedFormula(text: string): string {
  if (parseFormula(text) !== null) return text;
  const signs = tokenize(text, { withLocation: false }).map(({ value }) => value);
  const open = count(signs, "(") - count(signs, ")");
  const endsOpen = signs.findLast((sign) => sign.trim() !== "") === "(";
  return endsOpen || open < 1 ? text : text + ")".repeat(open);
}

function count(values: readonly string[], wanted: string): number {
  return values.filter((value) => value === wanted).length;
}

/** `Sheet1!#REF!` is `#REF!`: the sheet is there, the cells are not. */
function withoutLostSheets(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }, i) => {
    const isSheet = type === "context" || type === "context_quote";
    const isMark = tokens[i].value === "!" && isLost(tokens[i + 1]);
    return !(isMark || (isSheet && isLost(tokens[i + 2])));
  });
}

function isLost(token: Token | undefined): boolean {
  return token?.type === "error";
}
