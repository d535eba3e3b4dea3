import { NONE } from "../book/lines";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import type { Language } from "../kernel/title";
import { byCodeUnit } from "../kernel/names";
import { DUNNING_STATES, overdueDebts, type OverdueDebt } from "../posting/worklists/dunning";
import type { Ledgers } from "../posting/ledgers";
import { dunningLetter, type LetterFacts } from "../settlement/dunning-letters";
import { figuresOf } from "./figures";
import { listIn, numberIn, wordIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { asOf, only, word } from "./report-parameters";

const LANGUAGES = ["zh-CN", "en-US"] as const;
const LANGUAGE_NAMES = { "zh-CN": ["中文", "Chinese"], "en-US": ["英文", "English"] } as const;

/** What the letter about a debt says of it. */
function letterFacts({ book, debts }: Ledgers, debt: OverdueDebt): LetterFacts {
  const { lines, masters, settings } = book;
  const { money } = figuresOf({ book });
  const amount = (units: number): string => money(units).toFixed(settings.moneyDecimals);
  const partner = debts.items.partner[debt.item];
  const name = masters.partners[partner]?.name ?? "";
  return {
    partner: name === "" ? (masters.partners[partner]?.code ?? "") : name,
    number: lines.number[debt.head],
    due: dayText(debt.due),
    days: String(debt.days),
    open: amount(debt.open),
    interest: amount(debt.interest),
  };
}

function rowOf(ledgers: Ledgers, debt: OverdueDebt, language: Language): ReportRow {
  const { book, debts } = ledgers;
  const { money } = figuresOf(ledgers);
  const facts = letterFacts(ledgers, debt);
  return {
    partner: book.masters.partners[debts.items.partner[debt.item]]?.code ?? null,
    type: documentTypes[book.lines.type[debt.head]].code,
    number: facts.number,
    line: debt.part,
    date: dayText(debts.items.day[debt.item]),
    due: facts.due,
    days: debt.days,
    open: money(debt.open),
    interest: money(debt.interest),
    level: debt.level.level,
    dunned: debt.dunned === 0 ? null : debt.dunned,
    state: debt.state,
    letter: dunningLetter(debt.level, language, facts),
  };
}

/**
 * Which customers are to be asked for what at the end of `asOf`: each debt at the level that it is overdue
 * for, with interest at the rate of the book and the words to write. What is disputed, promised for later or
 * was dunned on this level before only where its state is asked for. Source: DOMAIN §8.5.
 */
export const dunning: ReportDefinition = {
  code: "dunning",
  title: { zh: "催款", en: "Dunning" },
  parameters: [
    asOf,
    only("partner"),
    {
      id: "state",
      title: { zh: "状态", en: "States" },
      kind: "words",
      words: DUNNING_STATES,
      fallback: "due",
    },
    word("language", ["信函语言", "Language"], { words: LANGUAGE_NAMES, fallback: null }),
  ],
  run: (ledgers, parameters) => {
    const partner = numberIn(parameters, "partner", NONE);
    const states = listIn(parameters, "state");
    const asked = wordIn(parameters, "language");
    const language = LANGUAGES.find((each) => each === asked) ?? ledgers.book.settings.language;
    const { items } = ledgers.debts;
    const chosen = overdueDebts(ledgers, numberIn(parameters, "asOf", Infinity))
      .filter(({ item }) => partner === NONE || items.partner[item] === partner)
      .filter(({ state }) => states.includes(state));
    const rows = chosen
      .map((debt) => rowOf(ledgers, debt, language))
      .sort(
        (a, b) =>
          byCodeUnit(String(a["partner"]), String(b["partner"])) ||
          byCodeUnit(String(a["due"]), String(b["due"])) ||
          byCodeUnit(String(a["number"]), String(b["number"])),
      );
    const { money } = figuresOf(ledgers);
    const total = (of: (debt: OverdueDebt) => number): number =>
      money(chosen.reduce((sum, debt) => sum + of(debt), 0));
    return {
      columns,
      rows,
      totals: { open: total(({ open }) => open), interest: total(({ interest }) => interest) },
    };
  },
};

const columns = [
  ...[shown.partner, shown.type, shown.number],
  column("line", "whole", ["期次", "Instalment"]),
  shown.date,
  column("due", "day", ["到期日", "Due date"]),
  column("days", "whole", ["逾期天数", "Days overdue"]),
  column("open", "money", ["未核销", "Open amount"]),
  column("interest", "money", ["逾期利息", "Interest"]),
  column("level", "whole", ["级别", "Level"]),
  column("dunned", "whole", ["已催级别", "Dunned level"]),
  column("state", "word", ["状态", "State"]),
  column("letter", "text", ["信函", "Letter"]),
];
