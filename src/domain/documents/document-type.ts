import type { RegisterId } from "../book/lines";
import type { Title } from "../kernel/title";

/**
 * What the lines of a document do to stock. `return-in` and `return-out` follow the line they refer to;
 * `transfer` takes from one warehouse and adds to another, `send` to what is on its way, `arrive` from there;
 * `convert` turns lines that go out into lines that come in; `revalue` changes the value alone.
 */
export type StockEffect =
  | "none"
  | "receive"
  | "issue"
  | "return-in"
  | "return-out"
  | "transfer"
  | "send"
  | "arrive"
  | "convert"
  | "count"
  | "revalue";

/** Whose debt it is: a customer's to us, or ours to a supplier. */
export type Side = "receivable" | "payable";

/**
 * What a document does to debts. `delivery`: it makes its item where debts arise on delivery or receipt;
 * `invoice`: it completes the item of the delivery it refers to, or makes one; `return`: it lowers what it
 * refers to; `charge`: its total is owed, whatever it refers to; `opening`: the same, from the start;
 * `payment`: it settles; `refund`: it pays back what was credited; `allocation`: it settles debts with
 * credits, moves nothing, and writes off; `none`.
 */
export type DebtEffect =
  "none" | "delivery" | "invoice" | "return" | "charge" | "opening" | "payment" | "refund" | "allocation";

/** A type of document: what its lines mean, read by every rule that posts or checks it. */
export interface DocumentType {
  readonly code: string;
  readonly title: Title;
  readonly register: RegisterId;
  readonly stock: StockEffect;
  readonly debt: DebtEffect;
  readonly side: Side | null;
  /** Which partner its header must name; null = none need be named. */
  readonly partner: "customer" | "supplier" | "any" | null;
  /** Codes of the types whose lines it can refer to by `ref`. */
  readonly refersTo: readonly string[];
  /** Columns that every line must fill. */
  readonly required: readonly RequiredColumn[];
  /** Cash moves into the account (1), out of it (-1), out to customers and in from suppliers, or not (0). */
  readonly cash: 1 | -1 | "by-side" | 0;
  /** What leaves the account arrives in `toAccount`. */
  readonly transfers?: true;
  /** Negative quantities and amounts make sense (a red invoice, an opening advance). */
  readonly negative?: true;
  /** It says what was there when the book began. */
  readonly opens?: true;
  /** It plans or agrees and moves nothing: others execute it, and it can be finished by hand. */
  readonly order?: true;
  /** What it refers to is not used up by it: others may refer to the same. */
  readonly asks?: true;
  /** It lets goods be expected of a supplier. */
  readonly expects?: true;
  /** Paid there and then over the counter: what is owed of it arises at once, whatever the settings say. */
  readonly counter?: true;
  /** It holds back stock for a customer without moving it. */
  readonly reserves?: true;
  /** It sells, promises or uses goods as good: none that wait for inspection or were rejected. */
  readonly takesGood?: true;
  /** It may stand at goods on their way. */
  readonly onWay?: true;
  /** It is about whole lines, of whichever partner, and takes nothing of their quantity. */
  readonly refersWhole?: true;
  /** Of a conversion: which of its lines come in; the others go out, and cost rows do neither. */
  readonly comesIn?: "product" | "component";
  /** What it is to the production job that its lines name. */
  readonly job?: "uses" | "makes";
}

/** A column that a document type can require of its lines. */
export type RequiredColumn =
  | "item"
  | "qty"
  | "warehouse"
  | "toWarehouse"
  | "price"
  | "account"
  | "toAccount"
  | "amount"
  | "net"
  | "total"
  | "ref";
