import type { Severity } from "./severity";

/**
 * What may be wrong with what is posted: numbers, ties, the log, periods, and what is done to posted
 * documents.
 */
export const POSTED_CODES = {
  /** number, line: two posted rows bear one number and line; recomputing gives one a number of its own. */
  NUMBER_TWICE: "error",
  /**
   * was, number, references: another document bore the number, so this one got its own, and so many cells
   * that refer to it were rewritten.
   */
  NUMBER_CHANGED: "warning",
  /** taken, other: of documents that bore one number, which a reference was taken to mean, and which not. */
  REF_AMBIGUOUS: "warning",
  /**
   * item, warehouse, ledger, layers: the self-check found that the layers do not come to what the ledger
   * says.
   */
  STOCK_UNTIED: "error",
  /** item, warehouse, value: value is left where nothing is. */
  VALUE_WITHOUT_STOCK: "error",
  /** item, warehouse, qty: less than nothing is there, and that is not allowed. */
  STOCK_NEGATIVE: "error",
  /**
   * count, typed, ledger: so many openings of a kind are not what the books say on their day; what all of the
   * kind come to as typed, and in the ledger, + owned, − owed.
   */
  OPENING_UNTIED: "warning",
  /** number, amount, settled: more was settled than there was. */
  SETTLED_TOO_MUCH: "error",
  /** number, out, in: what left a warehouse did not arrive at the same value. */
  TRANSFER_UNTIED: "error",
  /** number, ordered, executed. */
  ORDER_OVERRUN: "error",
  /** member, register, rows: so many posted rows name it, and the table has it no more. */
  MASTER_GONE: "warning",
  /** A posted row has no number or no rowId. */
  ROW_UNSTAMPED: "error",
  /** number, posted, left: of the rows of one document some are posted and others still drafts. */
  HALF_POSTED: "error",
  /** item, was, is: how an item is costed was changed in its table after it was first posted. */
  COSTING_CHANGED: "error",
  /** item, unit, was, is: what a unit holds was changed in its table after it was first posted. */
  UNIT_CHANGED: "error",
  /**
   * name, was, is: a setting, or what terms ask, was changed after documents were posted with it; null where
   * blank.
   */
  PARAMETER_CHANGED: "error",
  /** period: closed or open by hand, or with other days, otherwise than the log has it. */
  PERIOD_CHANGED: "error",
  /**
   * number, period, is, would, rows: another cost would be written into so many posted rows of closed
   * periods; of the first what stands there and what it would come to, null = blank. Nothing is written.
   */
  CLOSED_MOVED: "error",
  /**
   * value, register, number, rows: a code that so many posted rows of closed periods name, the first of this
   * number, is no longer in its table. Nothing is written.
   */
  CLOSED_UNKNOWN: "error",
  /** period, was, is: what stock was worth at its end when it was closed, and what it comes to now. */
  CLOSED_DIFFERS: "error",
  /**
   * number, was, is, amend: a cell of a posted row is not as the log has it; `was` and `is` are null where
   * blank. `amend` are the words of the amendment that would make the change; null = none can.
   */
  POSTED_CHANGED: "error",
  /**
   * is, should, cells: in a column that the program computes posted rows show other than they are to, so many
   * of them; `is` and `should` of the first, null where blank.
   */
  COMPUTED_CHANGED: "error",
  /** cells: so many of a table or column that recomputing writes are not what they would be now. */
  DERIVED_STALE: "warning",
  /** number: the row was posted under it, and somebody made it a draft again by hand. */
  POSTED_AS_DRAFT: "error",
  /** number: the row was posted under it, and somebody cleared that and its status by hand. */
  POSTED_BEFORE: "error",
  /** number, line: a posted row is in the log and no longer in its register. */
  POSTED_GONE: "error",
  /** number: a row is posted of which the log never heard. */
  POSTED_UNLOGGED: "error",
  /**
   * numbers, count, since: of the documents of so many rows, posted then, the log had no record; it is told
   * of them now, as they stand.
   */
  LOG_CAUGHT_UP: "warning",
  /**
   * before, now: so many rows were posted before the log began, and so many are there now; they are not the
   * same.
   */
  UNLOGGED_CHANGED: "error",
  /**
   * station: a row of the log is not as it was written (`hash`) or not where it was written (`previousHash`).
   */
  LOG_BROKEN: "error",
  /** number, line: of a posted document a line is missing between two others. */
  LINE_MISSING: "error",
  /** number: the document was made void before. */
  ALREADY_VOID: "error",
  /** number: the document was reversed before. */
  ALREADY_REVERSED: "error",
  /** number, of: the document takes that one back, and stays as it is. */
  IS_REVERSAL: "error",
  /** number: the document moves neither stock nor money, so that there is nothing to reverse. */
  NOTHING_TO_REVERSE: "error",
  /** number: the document changed a standard cost, which only another change of it changes back. */
  STANDARD_COST_STAYS: "error",
  /** number, line: the row is marked as reversed and no row takes it back. */
  REVERSAL_MISSING: "error",
  /**
   * number: the column cannot be amended, since it makes the document what it is or the program writes it.
   */
  AMEND_FIXED: "error",
  /** period, other: a period that has to be closed before it, or opened before it. */
  PERIOD_ORDER: "error",
  /** period, count, firstTable, firstRow: so many draft rows are dated in the period or before. */
  PERIOD_DRAFTS: "error",
  /** period, item, warehouse, qty: at the end of the period less than nothing is there. */
  PERIOD_SHORT: "error",
  /** period, count: so many ties fail; the place is that of the first. */
  PERIOD_UNTIED: "error",
  /**
   * item, warehouse, qty: so much lies there without a batch or number, of an item that is tracked by them
   * now.
   */
  UNTRACKED_STOCK: "warning",
  /** period, to, today: it is closed before its last day. */
  PERIOD_RUNNING: "warning",
  /** period. */
  ALREADY_CLOSED: "error",
  /** period: it is open and cannot be opened again. */
  NOT_CLOSED: "error",
  /** number, by: numbers of documents that refer to it or settle it, which must go first. */
  REFERRED_TO: "error",
  /** number, of: the allocation named a document that is made void; what the two had to do is undone. */
  MATCH_RELEASED: "info",
  /** number, next: between two numbers of a day one or more are missing. */
  NUMBER_GAP: "warning",
  /** cells: so many cells of a balance table do not show what the documents come to. */
  BALANCE_STALE: "warning",
} as const satisfies Record<string, Severity>;
