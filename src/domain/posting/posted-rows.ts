import { NONE, REGISTERS, STATUSES } from "../book/lines";
import { headOf } from "../documents/group";
import { documentTypes } from "../documents/index";
import { placeOf } from "../documents/place";
import { type Finding, finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import { type Ledgers, quantitiesOf, stands } from "./ledgers";

const POSTED = STATUSES.indexOf("posted");

/**
 * What posted rows lack: number and rowId (ROW_UNSTAMPED), a partner that their type needs (REQUIRED), a unit
 * that the item has (UNKNOWN_CODE), a quantity and amounts that come to something (OUT_OF_RANGE,
 * AMOUNT_DISAGREES). Cells that cannot be read are told by reading.
 */
export function postedRows(ledgers: Ledgers): Finding[] {
  return [...stampedRows(ledgers), ...partners(ledgers), ...quantities(ledgers), ...amounts(ledgers)];
}

function stampedRows({ book }: Ledgers): Finding[] {
  const { lines } = book;
  const found: Finding[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (lines.status[line] < POSTED || lines.blank[line] === 1) continue;
    if (lines.rowId[line] === "" || lines.number[line] === "") {
      found.push(
        finding("ROW_UNSTAMPED", placeOf(lines, line, lines.number[line] === "" ? "number" : "rowId")),
      );
    }
  }
  return found;
}

function partners({ book, documents, order }: Ledgers): Finding[] {
  const { lines } = book;
  const needed = documentTypes.map((type) => type.partner !== null);
  const found: Finding[] = [];
  for (const line of order) {
    const isNeeded = needed[lines.type[line]] && headOf(documents, documents.ofLine[line]) === line;
    if (!isNeeded || lines.partner[line] !== NONE || lines.unread.has(line)) continue;
    found.push(finding("REQUIRED", placeOf(lines, line, "partner")));
  }
  return found;
}

function quantities({ book }: Ledgers): Finding[] {
  const { status, offsets } = book.lines;
  const isTold = ({ code }: Finding): boolean => code === "UNKNOWN_CODE" || code === "OUT_OF_RANGE";
  return quantitiesOf(book).findings.filter((found) => {
    const register = REGISTERS.findIndex((id) => id === found.table);
    return isTold(found) && stands(status[offsets[register] + found.row - 1]);
  });
}

/** Net and tax of a posted row come to its total. */
function amounts({ book }: Ledgers): Finding[] {
  const { lines, settings } = book;
  const money = (units: number): number | null =>
    Number.isNaN(units) ? null : figure(units, settings.moneyDecimals);
  const found: Finding[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (!stands(lines.status[line])) continue;
    const total = lines.total[line];
    const computed = lines.net[line] + lines.tax[line];
    const isUnread = Number.isNaN(total) && lines.faulty[line] === 1;
    if (Number.isNaN(computed) || computed === total || isUnread) continue;
    const facts = { typed: money(total), computed: money(computed) };
    found.push(finding("AMOUNT_DISAGREES", placeOf(lines, line, "total"), facts));
  }
  return found;
}
