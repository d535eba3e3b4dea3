import { decimalText, fraction, minus, plus, sum } from "../oracle/fraction";
import { rowsOf, textOf } from "../oracle/oracle-book";
import { apart, brokenOf, figure, sums } from "./laws-of-figures";
import type { Broken, Laws, ShownRow } from "./laws-of-figures";
import { offTheirStandard } from "./standard-law";

const laws: Laws = {
  "quantity 0 is worth 0.00": ({ report }) =>
    report("stock-on-hand")
      .filter(({ qty, value }) => qty === 0 && value !== 0)
      .map((row) => JSON.stringify(row)),

  "the ledger sums to what lies there": ({ report }) => {
    const columns = ["item", "qty value"] as const;
    return apart(sums(report("stock-ledger"), ...columns), sums(report("stock-on-hand"), ...columns));
  },

  "the lots sum to what lies there": ({ report }) => {
    const columns = ["item", "qty value"] as const;
    return apart(sums(report("stock-lots"), ...columns), sums(report("stock-on-hand"), ...columns));
  },

  "the ages of stock sum to what lies there": ({ report }) => {
    const rows = report("stock-ageing");
    const total = (row: ShownRow, start: string): number => {
      const own = Object.keys(row).filter(
        (id) => id === `negative${start}` || RegExp(`^${start}\\d+$`, "i").test(id),
      );
      return Number(decimalText(sum(own.map((id) => figure(row, id)))));
    };
    const aged = rows.map((row) => {
      return { item: row["item"] ?? null, qty: total(row, "Qty"), value: total(row, "Value") };
    });
    return apart(sums(aged, "item", "qty value"), sums(report("stock-on-hand"), "item", "qty value"));
  },

  "what moved closes at what lies there": ({ report }) => {
    const moved = report("stock-movement").map((row) => ({
      item: row["item"] ?? null,
      qty: row["closingQty"] ?? null,
      value: row["closingValue"] ?? null,
    }));
    return apart(sums(moved, "item", "qty value"), sums(report("stock-on-hand"), "item", "qty value"));
  },

  "a transfer makes and loses nothing": ({ report }) => {
    const rows = report("stock-ledger").filter(({ type }) => ["DB", "DC", "DR"].includes(String(type)));
    return sums(rows, "rowId", "qty");
  },

  "every row says what it moved": ({ report }, book) => {
    const moved = new Map(
      sums(report("stock-ledger"), "rowId", "value").map((line) => {
        const [rowId = "", value = "0"] = line.split(" ");
        return [rowId, value.replace("-", "")];
      }),
    );
    return (["purchases", "sales"] as const)
      .flatMap((table) => rowsOf(book, table))
      .filter((row) => ["RK", "CT", "CK", "XT", "LS", "LT"].includes(textOf(row, "type")))
      .filter((row) => textOf(row, "status") === "posted" && textOf(row, "item") !== "WORK")
      .filter((row) => {
        const told = decimalText(fraction(textOf(row, "cost") || "0")).replace("-", "");
        return told !== (moved.get(textOf(row, "rowId")) ?? "0");
      })
      .map((row) => `${textOf(row, "rowId")} ${textOf(row, "cost")}`);
  },

  "settled and open come to the amount": ({ report }) =>
    report("open-items", { all: "yes" })
      .filter((row) => {
        const parts = plus(figure(row, "settled"), figure(row, "open"));
        return decimalText(minus(parts, figure(row, "amount"))) !== "0";
      })
      .map((row) => JSON.stringify(row)),

  "the ages of debts sum to what is open": ({ report }) =>
    ["receivable", "payable"].flatMap((side) => {
      const aged = report("partner-ageing", { side });
      const columns = Object.keys(aged.at(0) ?? {}).filter((id) => /^(notDue|bucket\d+|advances)$/.test(id));
      const parts = aged.map((row) => ({
        partner: row["partner"] ?? null,
        total: Number(decimalText(sum(columns.map((column) => figure(row, column))))),
      }));
      const open = report("open-items", { side }).map(({ partner, open: total }) => ({ partner, total }));
      const balance = sums(open, "partner", "total");
      return [
        ...apart(sums(parts, "partner", "total"), balance),
        ...apart(sums(aged, "partner", "total"), balance),
      ];
    }),

  "the cash book's last balance is what came in less what went out": ({ report }) => {
    const rows = report("cash-book");
    const last = new Map(rows.map((row) => [row["account"], row]));
    return [...last]
      .filter(([account, row]) => {
        const own = rows.filter((one) => one["account"] === account);
        const balance = sum(own.map((one) => minus(figure(one, "in"), figure(one, "out"))));
        return decimalText(minus(balance, figure(row, "balance"))) !== "0";
      })
      .map(([account]) => String(account));
  },

  "a pivot over sales comes to the ledger": ({ report }) => {
    const pivot = report("sales-pivot", { rows: "item", measure: "cost", types: "CK,XT,LS,LT" });
    const grand = pivot.find((row) => row["level"] === -1);
    const sold = report("stock-ledger").filter(({ type }) => ["CK", "XT", "LS", "LT"].includes(String(type)));
    const cost = sum(sold.map((row) => figure(row, "value")));
    return decimalText(plus(cost, fraction(String(grand?.["*|cost"] ?? 0)))) === "0"
      ? []
      : [JSON.stringify(grand)];
  },

  "goods at standard cost are worth their quantity at it": ({ report }, book) =>
    offTheirStandard(report("stock-ledger"), book),

  "the self-check finds nothing": ({ failures }) => failures.map((one) => JSON.stringify(one)),
};

/** What of the laws that hold for every book a book breaks, by their names; nothing where all hold. */
export const brokenLaws: Broken = brokenOf(laws);
