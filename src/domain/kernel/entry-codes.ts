import type { Severity } from "./severity";

/** What may be wrong with, or to be said of, what is entered. */
export const ENTRY_CODES = {
  /**
   * batch, expires: a cell that must be filled is blank; of a batch costed by itself the one to go first. Of
   * who owes what is not paid over the counter, total, paid and owed instead.
   */
  REQUIRED: "error",
  /** value, register, nearest. */
  UNKNOWN_CODE: "error",
  /** value, register, codes: a name that several codes bear. */
  AMBIGUOUS_NAME: "error",
  /** value: the code is out of use. */
  INACTIVE: "error",
  /** value: a service, which lies in no warehouse, stands in a document that only moves stock. */
  NOT_STOCKED: "error",
  /** value: a supplier alone to whom we sell, or a customer alone from whom we buy. */
  PARTNER_KIND: "warning",
  /**
   * value, firstTable, firstRow: another document of this type and partner bears the external number, or one
   * of receipt and invoice the number of the other.
   */
  EXTERNAL_NO_TWICE: "warning",
  /** value, nearest: no type of document. */
  UNKNOWN_TYPE: "error",
  /** value, allowed: not one of the words this column takes. */
  UNKNOWN_WORD: "error",
  /** value. */
  NOT_A_DATE: "error",
  /** value. */
  NOT_A_TIME: "error",
  /** value. */
  NOT_A_NUMBER: "error",
  /** error: the cell shows #N/A or the like. */
  CELL_ERROR: "error",
  /** value, decimals: how many are allowed. */
  TOO_MANY_DECIMALS: "error",
  /**
   * qty, unit, rounded, even: so much of the unit comes to that in stock units, rounded to their sixth
   * decimal; only multiples of `even` come out even.
   */
  QUANTITY_ROUNDED: "warning",
  /** value, least, most. */
  OUT_OF_RANGE: "error",
  /** value, firstRow: the key stands in an earlier row. */
  DUPLICATE_KEY: "error",
  /** value, firstTable, firstRow: the row id stands in an earlier row, perhaps of another register. */
  DUPLICATE_ROW_ID: "error",
  /**
   * value: nothing that it could mean was found; `why` says why what comes nearest cannot be meant. Where
   * that is a draft that is refused itself (`refused`), `refusedTable` and `refusedRow` say where it stands.
   */
  UNKNOWN_REF: "error",
  /** ref, rates: the row says no tax rate, and what it refers to is taxed at several (per cent). */
  MIXED_RATES: "error",
  /** ref, qty, left: more goes back than is left of the original. */
  OVER_RETURN: "error",
  /** ref, qty, left: more is invoiced than is left of what was delivered. */
  OVER_INVOICED: "error",
  /** ref, qty, left: more is delivered than is left of what was ordered. */
  OVER_ORDER: "error",
  /** ref, qty, left: more arrives than is left of what was sent on its way. */
  OVER_TRANSFER: "error",
  /**
   * item, warehouse, batch, ref: nothing is there (of the receipt named in `ref`) whose value could change.
   */
  REVALUES_NOTHING: "error",
  /**
   * item, warehouse, batch, change, there: with the change what is there would be worth less than nothing.
   */
  REVALUED_BELOW_ZERO: "error",
  /** ref, basis: none of the lines weighs anything by which the cost could be shared. */
  NOTHING_TO_SHARE_BY: "error",
  /** ref, lines: shared by hand, a row names one line; this one names so many. */
  SHARED_BY_HAND: "error",
  /** missing: an assembly or disassembly without the row of that role. */
  CONVERSION_INCOMPLETE: "error",
  /** sum: all rows that come in say their share, and together not 100 per cent. */
  SHARES_NOT_WHOLE: "error",
  /** item, parts: by its bill of materials it is, in the end, made of itself. */
  BOM_LOOP: "error",
  /** job: it is closed, and what it made has its final cost. */
  JOB_CLOSED: "error",
  /** rows: a stocktake of so many rows, none of which has a count. */
  NOTHING_COUNTED: "error",
  /** item, unitCost: a count that gives all that is there another cost. */
  COUNT_REPRICES: "warning",
  /** item, warehouse, book, counted: a large difference that nobody has counted twice. */
  RECOUNT_ASKED: "warning",
  /** item, difference: a count that differs, and says not why. */
  REASON_MISSING: "warning",
  /** item, warehouse, batch, date, qty, onHand, short: not enough at that moment. */
  STOCK_SHORT: "error",
  /** item, warehouse, batch, number, date, short: a later posted document would run short. */
  LATER_SHORT: "error",
  /** amount, left, against: a payment settles more than is open. */
  OVER_SETTLED: "error",
  /**
   * taken, amount, settled, left: a cash discount is more than the money leaves of what the payment settles.
   */
  DISCOUNT_OVER: "error",
  /**
   * taken, given, until: more than the terms give, which is for payment up to that day; null = they give
   * none.
   */
  DISCOUNT_BEYOND_TERMS: "warning",
  /** against, partner, other: the document named is another partner's. */
  OTHER_PARTNER: "error",
  /** amount, limit: more is written off as a small difference than may be, all that was before included. */
  WRITE_OFF_LIMIT: "error",
  /** partner, exposure, limit, amount: the partner would owe, with what is ordered, more than its limit. */
  CREDIT_EXCEEDED: "error",
  /**
   * account, date, balance, limit, number: it would have less than its overdraft allows, on the way of that
   * later document, if any; a warning where nothing is said of an overdraft.
   */
  ACCOUNT_SHORT: "error",
  /**
   * value, number: the supplier's invoice was entered before, in that document; null = another draft. A
   * warning where both are receipts.
   */
  INVOICE_TWICE: "error",
  /**
   * item, qty, amount: goods invoiced that refer to no receipt: they are owed for, and no stock comes of it.
   */
  INVOICE_WITHOUT_RECEIPT: "warning",
  /**
   * against, received, invoiced, agreed, billed, twice: order, receipt and invoice do not agree on what is to
   * be paid: quantities, amounts without tax, and an invoice number that stands twice. Where neither that nor
   * its order has a number: draftTable, draftRow instead of against.
   */
  PAYMENT_HELD: "error",
  /** user, amount, limit: the document comes to more than its user may approve. */
  APPROVE_LIMIT: "error",
  /**
   * by, at: the draft is marked as approved and does not stand as it was when it was; null = no approval of
   * it is in the log, be it that its status was typed or that it was approved by an older version.
   */
  APPROVAL_STALE: "warning",
  /**
   * partner, number, due, days, open: the partner has not paid what was due so many days ago; of a draft
   * draftTable, draftRow instead of number. `credits`: what lies there of theirs and could settle it, if any.
   */
  OVERDUE: "error",
  /** value: money is to go from an account into itself. */
  SAME_ACCOUNT: "error",
  /**
   * terms, line, sum: up to its last line the terms come to so many per cent; null = fixed amounts, no rest.
   */
  TERMS_NOT_WHOLE: "error",
  /**
   * register, member, of, value: the cell of the member in that table says what holds for its documents, and
   * cannot be read.
   */
  MASTER_UNREAD: "error",
  /** register, terms, line, termsRow, termsColumn: a cell of these terms cannot be used. */
  TERMS_UNFIT: "error",
  /** terms, line, due, date: by this line of the terms it would be due before its own day. */
  TERMS_EARLY: "error",
  /** value, partner, nearest: the partner's terms are not in the table; the debt is due at once. */
  TERMS_UNKNOWN: "warning",
  /** date, today: the day is still to come. */
  DATE_AHEAD: "warning",
  /** inspected, qty: what was accepted and rejected is not what came. */
  INSPECTION_DISAGREES: "error",
  /**
   * date, limit, period: where the day lies in a closed one; else null. Of a posted document that is changed
   * `number`, which is reversed instead, and where it is another's figure that would move, `restated`
   * (its number), restatedTable and restatedRow.
   */
  PERIOD_CLOSED: "error",
  /** typed, computed: what was typed does not agree with qty × price. */
  AMOUNT_DISAGREES: "error",
  /** value, suggested: a rate between 0 and 1. */
  RATE_AS_FRACTION: "error",
  /** value: half or more is taken off. */
  DISCOUNT_LARGE: "warning",
  /** A continuation row that does not stand under its document. */
  ROW_OUT_OF_PLACE: "error",
  /** from, to: both warehouses are one. */
  SAME_WAREHOUSE: "error",
  /**
   * warehouse, kind, item: goods that wait for inspection (inspect), were rejected (reject) or are on their
   * way (transit) are not there for such a document.
   */
  WAREHOUSE_UNFIT: "error",
  /**
   * price, item, listRow: the price was blank, and this one was put in: of that row of the price
   * list, else the last with `partner`, else (both null) the item's own.
   */
  PRICE_PROPOSED: "info",
  /** item, price, last, usual: far from what was paid before; of one stock unit, without tax. */
  PRICE_OUTLIER: "warning",
  /** item, price, floor: after all discounts one stock unit is sold below its floor price. */
  BELOW_FLOOR: "error",
  /** item, batch, expires: the batch was blank, and this one, which expires first, was put in. */
  BATCH_PROPOSED: "info",
  /** item, qty, batches: no one batch has so much; what each has, in the order in which they expire. */
  BATCH_SPLIT: "error",
  /**
   * item, batch, expires, date, received: the batch may no longer be used on that day; received = so much of
   * it comes in, else null.
   */
  BATCH_EXPIRED: "error",
  /**
   * item, batch, value, known: the batch was made, or may be used until, on that known day, as was said
   * first.
   */
  BATCH_DATE_DIFFERS: "error",
  /** batch, item, other, received: the batch is another item's; received = so much comes in, else null. */
  BATCH_OF_OTHER: "error",
  /** item, qty, count: so many serial numbers for so many pieces. */
  SERIAL_COUNT: "error",
  /** item, serial: the row names one piece twice. */
  SERIAL_TWICE: "error",
  /**
   * item, counted, count: counted so, with so many serial numbers named; all that it names are there, or
   * none.
   */
  COUNT_BY_SERIAL: "error",
  /** serial, item, warehouse, number: it is there already; of a later posted document, its number. */
  SERIAL_THERE: "error",
  /** serial, item, warehouse, number: it is not there; of a later posted document, its number. */
  SERIAL_MISSING: "error",
  /**
   * item, batch, serial: the batch or the serial numbers (the other is null) of an item that is not tracked
   * so.
   */
  NOT_TRACKED: "warning",
  /** item, firstRow: the row says all that a row before it in the document says. */
  LINE_TWICE: "warning",
  /**
   * item, warehouse, date, qty, onHand, reserved, available, orders: it is there, but open orders of others
   * hold it back.
   */
  STOCK_RESERVED: "warning",
  /** item, net, cost: it is sold for less than it cost. */
  BELOW_COST: "warning",
  /** promotion, amount: so much was taken off. */
  PROMOTION_APPLIED: "info",
  /** promotion, other, priority: two of one priority fall on the line. */
  PROMOTION_CONFLICT: "error",
  /** promotion, item, qty: so much is given with what is bought, and was not entered. */
  GIFT_DUE: "info",
  /** product, item, qty: so much of it the product takes by its bill of materials, and was not entered. */
  COMPONENT_DUE: "info",
  /** item, warehouse: it came in without a cost and none is known. */
  NO_COST: "warning",
} as const satisfies Record<string, Severity>;
