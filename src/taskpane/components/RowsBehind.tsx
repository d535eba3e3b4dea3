import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useMemo, useState } from "react";
import { dayText } from "../../domain/kernel/day";
import { titleIn } from "../../domain/kernel/title";
import type { RowBehind } from "../../domain/reports/rows-behind";
import type { Balance } from "../../open-book/book-state";
import { moneyText, quantityText } from "../figures";
import { useBookState, usePaneWorld, useWords } from "../hooks/pane-world";
import { usePage } from "../hooks/use-page";
import type { BalanceRow } from "./balance-rows";
import { Pager } from "./Pager";
import { useRowStyles } from "./row-styles";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
  },
  title: { flex: 1, minWidth: 0, margin: 0, fontSize: tokens.fontSizeBase300, overflowWrap: "anywhere" },
  heading: {
    margin: 0,
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: "tabular-nums",
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  figures: { display: "flex", flexDirection: "column", alignItems: "flex-end" },
  lost: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalL}`,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The posted rows that make up one line of balances; pressing one selects it in the workbook. */
export function RowsBehind({ line, back }: { readonly line: BalanceRow; readonly back: () => void }) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { words } = useWords();
  const { name, detail, balances } = line;
  return (
    <section aria-label={`${name}: ${words.balances.behind}`}>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label={words.back}
          autoFocus
          onClick={back}
        />
        <h2 className={styles.title}>
          {name} <span className={rows.quiet}>{detail}</span>
        </h2>
      </div>
      {balances.map((balance) => (
        <OneBalance key={JSON.stringify(balance)} balance={balance} isAlone={balances.length === 1} />
      ))}
    </section>
  );
}

function OneBalance({ balance, isAlone }: { readonly balance: Balance; readonly isAlone: boolean }) {
  const styles = useStyles();
  const { book } = usePaneWorld();
  const { revision } = useBookState();
  const { words } = useWords();
  const [isLost, setLost] = useState(false);
  const all = useMemo(() => (revision < 0 ? [] : book.rowsBehind(balance)), [book, balance, revision]);
  const page = usePage(all);
  const go = async ({ place }: RowBehind): Promise<void> => {
    setLost(!(await book.select(place)));
  };
  if (all.length === 0 && !isAlone) return null;
  const side = balance.of === "partner" ? words.balances[balance.side] : words.balances.behind;
  const sum = Math.round(all.reduce((total, { amount }) => total + amount, 0) * 1e6) / 1e6;
  return (
    <>
      <h3 className={styles.heading}>
        <span>{all.length === 0 ? words.balances.behindNone : side}</span>
        {all.length > 0 && <span>{`${words.balances.total} ${moneyText(sum)}`}</span>}
      </h3>
      <div role="status">{isLost && <p className={styles.lost}>{words.outcome.selectFailed}</p>}</div>
      <ul className={styles.list}>
        {page.shown.map((row, place) => (
          <Behind key={String(page.first + place)} row={row} go={() => void go(row)} />
        ))}
      </ul>
      <Pager page={page} />
    </>
  );
}

function Behind({ row, go }: { readonly row: RowBehind; readonly go: () => void }) {
  const rows = useRowStyles();
  const styles = useStyles();
  const { language, words } = useWords();
  const { date, title, number, qty, amount } = row;
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(rows.row, rows.pressable, rows.columns)}
        title={words.findings.go}
        onClick={go}
      >
        <span className={rows.wide}>
          {number}
          <br />
          <span className={rows.quiet}>{`${dayText(date)} · ${titleIn(language, title)}`}</span>
        </span>
        <span className={styles.figures}>
          {qty !== null && (
            <span className={mergeClasses(rows.figure, qty < 0 && rows.negative)}>{quantityText(qty)}</span>
          )}
          <span className={mergeClasses(rows.figure, amount < 0 && rows.negative)}>{moneyText(amount)}</span>
        </span>
      </button>
    </li>
  );
}
