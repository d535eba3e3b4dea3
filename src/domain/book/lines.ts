/** The four registers, in the order in which their rows are numbered as lines. */
export const REGISTERS = ["purchases", "sales", "stock", "payments"] as const;
/** Id of a register's table. */
export type RegisterId = (typeof REGISTERS)[number];

/** What has become of a row; a line's status is its place in this list. */
export const STATUSES = ["draft", "approved", "posted", "void", "reversed", "closed"] as const;

/** What a row of an assembly is; a line's role is its place in this list. */
export const ROLES = ["component", "product", "cost"] as const;

/** By what costs are shared over rows; a line's basis is its place in this list. */
export const BASES = ["equal", "qty", "amount", "weight", "volume", "manual", "salesValue"] as const;

/** A word's place in its list where the cell is blank. */
export const NO_WORD = 255;

/** `type` of a row that names none: it continues the row above, or is blank altogether. */
export const NO_TYPE = 255;
/** `type` of a row whose type cannot be read: it stands alone, so that nothing above is blamed for it. */
export const UNREAD_TYPE = 254;
/** A number of a master, or of a day or time, that a blank cell stands for. */
export const NONE = -1;

/**
 * The rows of all four registers side by side, one number a column; the lines of a register follow each other
 * in the order of its sheet. Numbers of masters, days and times are -1 where blank, amounts NaN, texts "".
 * Quantities, prices and per cent rates are in 10⁻⁶, money in smallest units (HOUSE §6).
 */
export interface Lines {
  readonly count: number;
  /** First line of each register, and the count at the end: offsets[r] ≤ line < offsets[r + 1]. */
  readonly offsets: readonly number[];
  /** 1 where the row holds nothing at all. */
  readonly blank: Uint8Array;
  /** 1 where a cell of the row cannot be read, so that its document cannot be posted. */
  readonly faulty: Uint8Array;
  /** Of a row whose date or partner cannot be read, what was typed there instead. */
  readonly unread: ReadonlyMap<number, string>;
  /** Place of the document type in the registry of documents. */
  readonly type: Uint8Array;
  readonly status: Uint8Array;
  readonly rowId: string[];
  readonly number: string[];
  readonly line: Float64Array;
  readonly draft: string[];
  readonly day: Int32Array;
  /** Seconds since midnight; -1 = blank. */
  readonly time: Int32Array;
  readonly partner: Int32Array;
  readonly item: Int32Array;
  readonly warehouse: Int32Array;
  readonly toWarehouse: Int32Array;
  readonly account: Int32Array;
  readonly toAccount: Int32Array;
  /** Batch codes; "" = none. */
  readonly batch: string[];
  readonly produced: Int32Array;
  readonly expires: Int32Array;
  /** Serial numbers, several separated by `;`; "" = none. */
  readonly serial: string[];
  readonly bin: string[];
  readonly toBin: string[];
  readonly unit: string[];
  /** In the unit typed. */
  readonly qty: Float64Array;
  /** Of the unit typed. */
  readonly price: Float64Array;
  /** 1 yes, 0 no, 255 blank. */
  readonly includesTax: Uint8Array;
  readonly discount: Float64Array;
  readonly discountAmount: Float64Array;
  readonly documentDiscount: Float64Array;
  readonly taxRate: Float64Array;
  readonly net: Float64Array;
  readonly tax: Float64Array;
  readonly total: Float64Array;
  /** Code of the payment terms; "" = the partner's. */
  readonly terms: string[];
  readonly due: Int32Array;
  readonly promised: Int32Array;
  readonly invoice: string[];
  /** 1 an ordinary invoice, whose tax cannot be deducted. */
  readonly ordinaryInvoice: Uint8Array;
  readonly paid: Float64Array;
  readonly accepted: Float64Array;
  readonly rejected: Float64Array;
  readonly ref: string[];
  readonly counted: Float64Array;
  readonly unitCost: Float64Array;
  readonly value: Float64Array;
  readonly amount: Float64Array;
  readonly fee: Float64Array;
  readonly discountTaken: Float64Array;
  readonly against: string[];
  /** 1 an advance, which is matched by hand alone. */
  readonly advance: Uint8Array;
  readonly externalNo: string[];
  /** Code or name of the reason; "" = none. */
  readonly reason: string[];
  /** Code or name of the income or expense category; "" = none. */
  readonly category: string[];
  /** What a second count found, in the unit typed. */
  readonly recount: Float64Array;
  /** Place in ROLES; 255 = blank. */
  readonly role: Uint8Array;
  /** Of what an assembly costs, per cent in 10⁻⁶. */
  readonly share: Float64Array;
  /** Place in BASES; 255 = blank. */
  readonly basis: Uint8Array;
  readonly job: string[];
  /** How often the row was amended; NaN = never. */
  readonly revision: Float64Array;
  /** When the row was posted, as stamped (ISO date-time); "" = not posted. */
  readonly postedAt: string[];
  /** The line that a line takes back (红冲), -1 = none. */
  readonly reverses: Int32Array;
}

/** Which register a line stands in, as its place in the list of registers. */
export function registerOf(lines: Pick<Lines, "offsets">, line: number): number {
  const { offsets } = lines;
  let register = 0;
  while (line >= (offsets[register + 1] ?? Infinity)) register++;
  return register;
}

/** Id of the register's table and body row (1 = first) of a line. */
export function rowOf(
  lines: Pick<Lines, "offsets">,
  line: number,
): { readonly table: RegisterId; readonly row: number } {
  const register = registerOf(lines, line);
  return { table: REGISTERS[register] ?? "payments", row: line - (lines.offsets[register] ?? 0) + 1 };
}

/** The lines with columns of their own wherever a draft is completed in place; all others are shared. */
export function writableLines(lines: Lines): Lines {
  const { type, day, time, partner, account, warehouse, includesTax } = lines;
  const { unit, rowId, number, draft, against, terms } = lines;
  const { line, price, discount, taxRate, net, tax, total } = lines;
  return {
    ...lines,
    type: type.slice(),
    status: lines.status.slice(),
    includesTax: includesTax.slice(),
    ...{ day: day.slice(), time: time.slice(), partner: partner.slice() },
    ...{ account: account.slice(), warehouse: warehouse.slice() },
    ...{ unit: unit.slice(), rowId: rowId.slice(), number: number.slice(), draft: draft.slice() },
    postedAt: lines.postedAt.slice(),
    ...{
      terms: terms.slice(),
      against: against.slice(),
      line: line.slice(),
      price: price.slice(),
      discount: discount.slice(),
    },
    ...{ taxRate: taxRate.slice(), net: net.slice(), tax: tax.slice(), total: total.slice() },
    documentDiscount: lines.documentDiscount.slice(),
    discountAmount: lines.discountAmount.slice(),
    paid: lines.paid.slice(),
    role: lines.role.slice(),
    ...{ batch: lines.batch.slice(), produced: lines.produced.slice(), expires: lines.expires.slice() },
    faulty: lines.faulty.slice(),
  };
}

/** What was counted of a line, as typed: the second count where there is one; NaN = not counted. */
export function countOf({ counted, recount }: Lines, line: number): number {
  return Number.isNaN(recount[line]) ? counted[line] : recount[line];
}

/**
 * The quantity of a line that counts, as typed: of a receipt with inspection what was accepted, or what is
 * left of it after what was rejected. Source: CONTRACT §2.
 */
export function countedIn({ qty, accepted, rejected }: Lines, line: number): number {
  if (!Number.isNaN(accepted[line])) return accepted[line];
  return Number.isNaN(rejected[line]) ? qty[line] : qty[line] - rejected[line];
}
