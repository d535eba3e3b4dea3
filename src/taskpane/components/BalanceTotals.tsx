import { makeStyles, tokens } from "@fluentui/react-components";
import { moneyText } from "../figures";
import { useBookState, useWords } from "../hooks/pane-world";
import type { BalanceKind } from "./balance-rows";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  figure: {
    flex: 1,
    minWidth: "104px",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
});

const SHOWN = {
  stock: [["value", "stockValue"]],
  partners: [
    ["receivable", "receivable"],
    ["payable", "payable"],
  ],
  accounts: [["balance", "cash"]],
} as const;

/** What a list of balances comes to altogether. */
export function BalanceTotals({ kind }: { readonly kind: BalanceKind }) {
  const styles = useStyles();
  const { phase } = useBookState();
  const { words } = useWords();
  if (phase.is !== "open") return null;
  return (
    <dl className={styles.root}>
      {SHOWN[kind].map(([label, id]) => (
        <div key={id} className={styles.figure}>
          <dt className={styles.label}>{`${words.balances.total} · ${words.balances[label]}`}</dt>
          <dd className={styles.value}>{moneyText(phase.totals[id])}</dd>
        </div>
      ))}
    </dl>
  );
}
