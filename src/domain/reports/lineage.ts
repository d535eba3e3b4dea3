import { NONE } from "../book/lines";
import { costingMethods } from "../costing/index";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import { batchSteps, fateSteps } from "../posting/followed/fate-steps";
import type { Ledgers } from "../posting/ledgers";
import { type LineageStep, originSteps } from "../posting/followed/origin-steps";
import { type Figures, figuresOf } from "./figures";
import { numberIn, type ReportParameters, wordIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { only, word } from "./report-parameters";

/** Which way goods are followed. */
const DIRECTIONS = { back: ["来源", "Back"], forward: ["去向", "Forward"] } as const;

/** The lines that were asked about: of a row, of a document. */
function askedLines({ book: { lines }, order }: Ledgers, parameters: ReportParameters): readonly number[] {
  const rowId = wordIn(parameters, "rowId");
  const number = wordIn(parameters, "number");
  if (rowId === null && number === null) return [];
  return Array.from(
    order.filter(
      (line) =>
        (rowId === null || lines.rowId[line] === rowId) && (number === null || lines.number[line] === number),
    ),
  );
}

function stepsOf(ledgers: Ledgers, parameters: ReportParameters): readonly LineageStep[] {
  const lines = askedLines(ledgers, parameters);
  const batch = wordIn(parameters, "batch");
  if (lines.length > 0 || batch === null) {
    return wordIn(parameters, "direction") === "forward"
      ? fateSteps(ledgers, lines)
      : originSteps(ledgers, lines);
  }
  const item = numberIn(parameters, "item", NONE);
  const { bins } = ledgers.stock;
  return batchSteps(
    ledgers,
    (bin) => bins.batch[bin] === batch && (item === NONE || bins.item[bin] === item),
  );
}

/** How the goods were told apart: by layer, by batch, or by their share of an average. */
function basisOf({ stock }: Ledgers, line: number): string {
  if (line === NONE) return "place";
  const move = stock.line.indexOf(line);
  const method = stock.pools.method[stock.moves.pool[move]];
  return method === "batch" ? "batch" : costingMethods[method].layered ? "layer" : "average";
}

/** What the document says of a step; nothing of what lies there. */
function lineCells({ book: { lines, masters } }: Ledgers, line: number): ReportRow {
  if (line === NONE) return { type: null, number: null, source: null, date: null, partner: null };
  const partner = lines.partner[line];
  return {
    type: documentTypes[lines.type[line]].code,
    number: lines.number[line],
    source: lines.rowId[line],
    date: dayText(lines.day[line]),
    partner: partner === NONE ? null : masters.partners[partner].code,
  };
}

type RowMaker = (step: LineageStep) => ReportRow;

function rowMaker(ledgers: Ledgers, { money, quantity }: Figures): RowMaker {
  const { lines, masters } = ledgers.book;
  const { bins, pools } = ledgers.stock;
  const bases = new Map<number, string>();
  return ({ asked, kind, line, bin, pool, qty, value }) => {
    const basis = bases.get(asked) ?? basisOf(ledgers, asked);
    bases.set(asked, basis);
    const isShared = (by: Uint8Array): boolean => pool !== NONE && by[pool] === 1;
    const batch = isShared(pools.allBatches) ? "" : bins.batch[bin];
    return {
      rowId: asked === NONE ? null : lines.rowId[asked],
      kind,
      ...lineCells(ledgers, line),
      item: masters.items[bins.item[bin]].code,
      warehouse: isShared(pools.company) ? null : masters.warehouses[bins.warehouse[bin]].code,
      batch: batch === "" ? null : batch,
      qty: quantity(qty),
      value: money(value),
      basis,
    };
  };
}

/**
 * Where a cost comes from, and where goods went. Back: what the cost of each row of a document is made of,
 * Σ of the rows but `passed` = that cost. Forward: where what each row brought went, or all of a batch (its
 * places are followed, not its cost): began + added = out + back + left. Nothing asked for answers nothing.
 * Source: CONTRACT §5 lineage, DOMAIN §3.3 成本耗用.
 */
export const lineage: ReportDefinition = {
  code: "lineage",
  title: { zh: "成本溯源", en: "Lineage" },
  parameters: [
    { id: "number", title: { zh: "单号", en: "Number" }, kind: "text", fallback: null },
    { id: "rowId", title: { zh: "行ID", en: "Row ID" }, kind: "text", fallback: null },
    only("item"),
    { id: "batch", title: { zh: "批次", en: "Batch" }, kind: "text", fallback: null },
    word("direction", ["方向", "Direction"], { words: DIRECTIONS, fallback: "back" }),
  ],
  run: (ledgers, parameters) => {
    const steps = stepsOf(ledgers, parameters);
    const figures = figuresOf(ledgers);
    const counted = steps.filter(({ kind }) => !NO_PART.includes(kind));
    const value = counted.reduce((sum, step) => sum + step.value, 0);
    return {
      columns,
      rows: steps.map(rowMaker(ledgers, figures)),
      totals: { value: figures.money(value) },
    };
  },
};

/** What is no part of the sum: the steps between, and what has become of what began. */
const NO_PART: readonly LineageStep["kind"][] = ["passed", "out", "back", "left"];

const columns = [
  column("rowId", "code", ["行ID", "Row ID"]),
  column("kind", "word", ["类别", "Kind"]),
  ...[shown.type, shown.number],
  column("source", "code", ["来源行ID", "Source row"]),
  ...[shown.date, shown.partner, shown.item, shown.warehouse, shown.batch, shown.qty, shown.value],
  column("basis", "word", ["依据", "Basis"]),
];
