import { recalculate } from "../src/engine/formulas/calculate/calculator";
import { Table } from "../src/engine/table";
import { Workbook } from "../src/engine/workbook";
import { measure, tell } from "./measure";
import { WORK, type Work } from "./work";

const CRITERIA = 5000;
const VALUE = 3;

/** A register of so many rows with one calculated column, and beside it a sheet of 5,000 conditional sums. */
function formulaBook(work: Work): Workbook {
  const book = new Workbook();
  const sheet = book.addSheet("Register");
  const headers = ["item", "qty", "price", "value"];
  const { count, item, qty, cents } = work;
  sheet.adoptColumn(0, ["item", ...Array.from(item.subarray(0, count), (code) => `I${String(code)}`)]);
  sheet.adoptColumn(1, ["qty", ...qty.subarray(0, count)]);
  sheet.adoptColumn(2, ["price", ...Array.from(cents.subarray(0, count), (price) => price / 100)]);
  sheet.adoptColumn(VALUE, ["value"]);
  for (let row = 1; row <= count; row++) sheet.column(VALUE).setFormula(row, "[@qty]*[@price]");
  book.addTable(new Table({ name: "T", sheet, top: 0, left: 0, headers, rowCount: count }));
  const sums = book.addSheet("Sums");
  for (let row = 0; row < CRITERIA; row++) {
    sums.write(row, 0, `I${String(row % WORK.items)}`);
    sums.column(1).setFormula(row, `SUMIFS(T[value],T[item],A${String(row + 1)})`);
  }
  return book;
}

/** The calculated column on plain numbers: what it costs at the least. */
function floorProducts({ count, qty, cents }: Work): Float64Array {
  const values = new Float64Array(count);
  for (let k = 0; k < count; k++) values[k] = (qty[k] * cents[k]) / 100;
  return values;
}

/** Every sum of every item in one pass, looked up 5,000 times. */
function floorSums({ count, item }: Work, values: Float64Array): number {
  const sums = new Float64Array(WORK.items);
  for (let k = 0; k < count; k++) sums[item[k]] += values[k];
  let all = 0;
  for (let row = 0; row < CRITERIA; row++) all += sums[row % WORK.items];
  return all;
}

/** Formulas over 100,000 rows, beside a plain loop over typed arrays. */
export function benchFormulas(work: Work): void {
  const rows = String(work.count);
  const products = measure(() => floorProducts(work));
  tell(`floor: one product a row, ${rows} rows`, products.median);
  const sums = measure(() => floorSums(work, products.answer));
  tell(`floor: the sums of all items, ${rows} rows`, sums.median, { note: sums.answer.toFixed(2) });
  const book = formulaBook(work);
  const start = performance.now();
  const first = recalculate(book);
  tell("open: read, order and calculate all formulas", performance.now() - start, {
    note: `${String(first.recalculated)} formulas`,
  });
  const [register, results] = book.sheets;
  let step = 0;
  const column = measure(() => {
    step++;
    for (let row = 1; row <= work.count; row++) register.write(row, 2, row + step);
    const before = performance.now();
    recalculate(book);
    return performance.now() - before;
  });
  tell(`calculated column and ${String(CRITERIA)} SUMIFS, every row changed`, column.answer, {
    floor: products.median + sums.median,
  });
  const edit = measure(() => {
    step++;
    register.write(5, 1, step);
    return recalculate(book).recalculated;
  });
  tell(`one cell edited: its row, and the ${String(CRITERIA)} SUMIFS of the column`, edit.median, {
    floor: sums.median,
    note: `${String(edit.answer)} formulas`,
  });
  const code = measure(() => {
    step++;
    register.write(5, 0, `I${String(step)}`);
    return recalculate(book).recalculated;
  });
  tell(`one item edited: the index is made anew, ${String(CRITERIA)} SUMIFS`, code.median, {
    floor: sums.median,
  });
  let total = 0;
  for (let row = 0; row < CRITERIA; row++) total += Number(results.cell(row, 1));
  console.log(`the sums come to ${total.toFixed(2)}`);
}
