import { registerOf, rowOf, STATUSES } from "../book/lines";
import { costingMethods } from "../costing/index";
import { NEUTRAL_OUT, TRANSFER_OUT } from "../costing/moves";
import { headOf } from "../documents/group";
import { documentTypes } from "../documents/index";
import { placeOf } from "../documents/place";
import { linksOf } from "../documents/links";
import { type Finding, finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import { NO_ITEM } from "../settlement/open-items";
import { mayRunShort } from "./moves/availability";
import { serialBreakFinding, serialBreaks } from "./judging/serial-breaks";
import { dunningFindings } from "./worklists/dunning";
import { type Ledgers, stands } from "./ledgers";
import { bomFindings } from "../documents/bom";
import { methodChangeFindings } from "./moves/method-changes";
import { numberClashes } from "./numbers/number-clashes";
import { isExact, outOfRange } from "./out-of-range";
import { postedRows } from "./posted-rows";

const REVERSED = STATUSES.indexOf("reversed");

/**
 * The ties that prove the ledgers: layers come to what the ledger says; no value without stock; no stock
 * below nothing unless allowed; no serial number gone that never came, or there twice; nothing settled beyond
 * what it is; transfers in = out; orders not overrun; what is reversed is taken back; posted rows complete
 * and within what can be reckoned with. Each failure names its first row. Empty = all holds. Source: DOMAIN
 * §4, invariants.
 */
export function selfCheck(ledgers: Ledgers): Finding[] {
  return [
    ...postedRows(ledgers),
    ...doubledNumbers(ledgers),
    ...sharedNumbers(ledgers),
    ...lonelyReversals(ledgers),
    ...outOfRange(ledgers),
    ...stockTies(ledgers),
    ...bins(ledgers),
    ...serialBreaks(ledgers).map((broken) => serialBreakFinding(ledgers.book, broken, broken.line)),
    ...transfers(ledgers),
    ...settlements(ledgers),
    ...orders(ledgers),
    ...methodChangeFindings(ledgers.book),
    ...bomFindings(ledgers.book.masters),
    ...dunningFindings(ledgers),
  ];
}

/** Two posted rows that are one line of one document: each document has every line number once. */
function doubledNumbers({ book, documents }: Ledgers): Finding[] {
  const { lines } = book;
  const { starts, members } = documents;
  const found: Finding[] = [];
  for (let document = 0; document < documents.count; document++) {
    if (starts[document + 1] - starts[document] < 2 || !stands(lines.status[members[starts[document]]]))
      continue;
    const seen = new Set<number>();
    for (let i = starts[document]; i < starts[document + 1]; i++) {
      const line = members[i];
      const facts = { number: lines.number[line], line: lines.line[line] };
      if (seen.has(facts.line)) found.push(finding("NUMBER_TWICE", placeOf(lines, line, "number"), facts));
      seen.add(facts.line);
    }
  }
  return found;
}

/** Documents of two registers that bear one number, at the first row of the later. */
function sharedNumbers({ book: { lines }, documents }: Ledgers): Finding[] {
  return numberClashes(lines, documents).flatMap(({ number, parts: [[first], ...later] }) => {
    const others = later.flatMap(([head]) =>
      registerOf(lines, head) === registerOf(lines, first) || !stands(lines.status[head]) ? [] : [head],
    );
    return others.map((head) =>
      finding("NUMBER_TWICE", placeOf(lines, head, "number"), { number, line: lines.line[head] }),
    );
  });
}

/** Rows marked as reversed that no row takes back. */
function lonelyReversals({ book: { lines } }: Ledgers): Finding[] {
  const undone = new Set(lines.reverses);
  const found: Finding[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (lines.status[line] !== REVERSED || undone.has(line)) continue;
    const facts = { number: lines.number[line], line: lines.line[line] };
    found.push(finding("REVERSAL_MISSING", placeOf(lines, line, "status"), facts));
  }
  return found;
}

/**
 * Per pool: Σ ledger = value of the pool = Σ layers, and quantity 0 ⇒ value 0; what waits for the next move
 * to be booked aside.
 */
function stockTies(ledgers: Ledgers): Finding[] {
  const { stock: moved, costed } = ledgers;
  const ledger = new Float64Array(moved.pools.count);
  const first = new Int32Array(moved.pools.count).fill(-1);
  for (let move = 0; move < moved.moves.count; move++) {
    const pool = moved.moves.pool[move];
    ledger[pool] += costed.value[move];
    if (first[pool] === -1) first[pool] = move;
  }
  for (const { from, to, value } of costed.carried) {
    ledger[from] -= value;
    ledger[to] += value;
    if (first[to] === -1) first[to] = first[from];
  }
  for (const [pool, more] of costed.waiting) ledger[pool] -= more;
  const found: Finding[] = [];
  for (let pool = 0; pool < moved.pools.count; pool++) {
    if (first[pool] === -1 || !isExact(ledger[pool])) continue;
    const layers = costingMethods[moved.pools.method[pool]].layered
      ? layerValue(ledgers, pool)
      : costed.stock.value[pool];
    const emptied = costed.stock.qty[pool] === 0 && ledger[pool] !== 0;
    if (layers === ledger[pool] && !emptied) continue;
    const facts = factsOfMove(ledgers, first[pool]);
    const place = placeOf(ledgers.book.lines, moved.line[first[pool]], null);
    const money = (units: number): number => figure(units, ledgers.book.settings.moneyDecimals);
    const tie = { ...facts, ledger: money(ledger[pool]), layers: money(layers) };
    if (layers !== ledger[pool]) found.push(finding("STOCK_UNTIED", place, tie));
    if (emptied) found.push(finding("VALUE_WITHOUT_STOCK", place, { ...facts, value: money(ledger[pool]) }));
  }
  return found;
}

function layerValue({ costed }: Ledgers, pool: number): number {
  const { layers, qty, value } = costed.stock;
  if (qty[pool] < 0) return value[pool];
  let sum = 0;
  for (let layer = layers.head[pool]; layer !== -1; layer = layers.next[layer]) sum += layers.value[layer];
  return sum;
}

function factsOfMove({ stock, book }: Ledgers, move: number): Finding["facts"] {
  const bin = stock.bin[move];
  const { items, warehouses } = book.masters;
  return { item: items[stock.bins.item[bin]].code, warehouse: warehouses[stock.bins.warehouse[bin]].code };
}

function bins(ledgers: Ledgers): Finding[] {
  const { stock, costed, book } = ledgers;
  const there = new Float64Array(stock.bins.item.length);
  const isAllowed = mayRunShort(book, stock.bins);
  const told = new Set<number>();
  const found: Finding[] = [];
  for (let move = 0; move < stock.moves.count; move++) {
    const bin = stock.bin[move];
    there[bin] += costed.qty[move];
    if (there[bin] >= 0 || costed.qty[move] >= 0 || told.has(bin)) continue;
    if (isAllowed(bin, book.lines.day[stock.line[move]])) continue;
    told.add(bin);
    const facts = { ...factsOfMove(ledgers, move), qty: figure(there[bin], 6) };
    found.push(finding("STOCK_NEGATIVE", placeOf(book.lines, stock.line[move], "qty"), facts));
  }
  return found;
}

function transfers({ stock, costed, book }: Ledgers): Finding[] {
  const found: Finding[] = [];
  for (let move = 0; move < stock.moves.count; move++) {
    const kind = stock.moves.kind[move];
    const isOut = kind === TRANSFER_OUT || kind === NEUTRAL_OUT;
    const rest = isOut ? costed.value[move] + costed.value[move + 1] : 0;
    if (rest === 0 || !isExact(rest)) continue;
    const line = stock.line[move];
    const facts = {
      number: book.lines.number[line],
      out: figure(costed.value[move], book.settings.moneyDecimals),
      in: figure(costed.value[move + 1], book.settings.moneyDecimals),
    };
    found.push(finding("TRANSFER_UNTIED", placeOf(book.lines, line, null), facts));
  }
  return found;
}

/**
 * What is open of an item is a part of what it comes to; one overpaid with its own document may be a credit.
 */
function settlements({ debts, documents, book }: Ledgers): Finding[] {
  const { items } = debts;
  const found: Finding[] = debts.findings.slice();
  const amount = items.amount.slice(0, items.count);
  for (const change of items.changes) amount[change.item] += change.amount;
  const mayTurn = new Set<number>();
  const { matches } = items;
  for (let match = 0; match < matches.count; match++)
    if (matches.credit[match] === NO_ITEM) mayTurn.add(matches.debit[match]);
  for (let item = 0; item < items.count; item++) {
    const isPart = Math.sign(items.open[item]) === Math.sign(amount[item]);
    if (mayTurn.has(item) || items.open[item] === 0 || isPart) continue;
    const head = headOf(documents, items.document[item]);
    const facts = {
      number: book.lines.number[head],
      amount: figure(amount[item], book.settings.moneyDecimals),
      settled: figure(amount[item] - items.open[item], book.settings.moneyDecimals),
    };
    found.push(
      finding(
        "SETTLED_TOO_MUCH",
        { ...rowOf(book.lines, head), rowId: book.lines.rowId[head], column: null },
        facts,
      ),
    );
  }
  return found;
}

function orders({ book, links, order, quantities }: Ledgers): Finding[] {
  const executed = new Map<number, number>();
  for (const line of order) {
    const own = linksOf(links, line);
    if (documentTypes[book.lines.type[line]].asks === true) continue;
    const linked = own.reduce((sum, { qty }) => sum + qty, 0);
    own.forEach(({ target, qty }, i) => {
      if (documentTypes[book.lines.type[target]].order !== true) return;
      const over = i === 0 ? Math.max(0, quantities.base[line] - linked) : 0;
      executed.set(target, (executed.get(target) ?? 0) + qty + over);
    });
  }
  return [...executed]
    .filter(([line, qty]) => qty > quantities.base[line])
    .map(([line, qty]) => {
      const facts = {
        number: book.lines.number[line],
        ordered: figure(quantities.base[line], 6),
        executed: figure(qty, 6),
      };
      return finding("ORDER_OVERRUN", placeOf(book.lines, line, "qty"), facts);
    });
}
