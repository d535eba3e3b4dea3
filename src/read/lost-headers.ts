import type { Cell } from "../workbook/port";
import { isBlank } from "./cells/text";
import { type HeadedTable, headerClaims } from "./header-claims";

/** What a lost column is likely to be called now (null = no idea), and whether that is a mere guess. */
export interface Lost {
  readonly header: string | null;
  /** Neither title nor place nor spelling says so: it is the one header that is left. */
  readonly isGuess: boolean;
}

function ids(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(" ").split(" "));
}

/** Without them no row means anything. */
const ALWAYS = ids("type date");

/** What tells a posted row from a draft, and one from another. */
const STAMPED = ids("rowId number status");

/** Posting writes them all: a register that has none of them has never been posted into. */
const POSTING = ids("number line status postedBy postedAt");

/** Who, what, how much, for how much, and to what it belongs. */
const TELLING = ids(
  "partner item qty unit price taxRate total warehouse toWarehouse batch counted",
  "ref account amount against line",
);

/** Every other column from which figures follow. */
const FIGURING = ids(
  "draft time priceIncludesTax discount discountAmount documentDiscount net tax invoice invoiceKind paid",
  "accepted rejected unitCost value fee discountTaken purpose due externalNo",
);

const DECIDING = new Set([...ALWAYS, ...STAMPED, ...TELLING, ...FIGURING]);

function holdsRows({ cells }: HeadedTable): boolean {
  const isFilled = (cell: Cell): boolean => !isBlank(cell);
  return cells.headers.some((_, index) => cells.column(index).some(isFilled));
}

/** What is missed where nothing else could be it; a stray header of a user's own might be. */
function missedIn({ columns }: HeadedTable, hasStrays: boolean): (id: string) => boolean {
  const isPosted = [...POSTING].some((id) => columns.has(id));
  return (id) => ALWAYS.has(id) || (isPosted && (STAMPED.has(id) || (hasStrays && TELLING.has(id))));
}

/**
 * Columns that a register of a workbook with rows in it seems to have lost, by id, each with the header it is
 * likely to bear now: a column from which figures follow, under another name; type and date,
 * always; what tells posted rows from drafts, once the register has been posted into; and who, what and how
 * much, where a user's own header is left that could be it. Any other missing column is blank. Source:
 * CONTRACT §1, docs/spec/drafts.md.
 */
export function lostHeaders(headed: HeadedTable): ReadonlyMap<string, Lost> {
  const missing = headed.table.columns.map(({ id }) => id).filter((id) => !headed.columns.has(id));
  if (missing.length === 0 || !holdsRows(headed)) return new Map();
  const claims = headerClaims(headed);
  const isMissed = missedIn(headed, claims.strays.length > 0);
  const likely = claims.strays.length === 1 ? claims.strays[0] : null;
  const lost = missing.filter((id) => (claims.of.has(id) ? DECIDING.has(id) : isMissed(id)));
  return new Map(
    lost.map((id) => {
      const claimed = claims.of.get(id);
      return [id, { header: claimed ?? likely, isGuess: claimed === undefined && likely !== null }];
    }),
  );
}
