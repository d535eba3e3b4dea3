import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons/svg/arrow-right";
import type { BalanceEffect, FigureStep } from "../../app/post-preview";
import type { PaneWords } from "../../locales/pane-zh-cn";
import { moneyText, quantityText } from "../figures";
import { useWords } from "../hooks/pane-world";
import { PreviewSection } from "./PreviewSection";
import { useRowStyles } from "./row-styles";

const useStyles = makeStyles({
  steps: {
    display: "grid",
    gridTemplateColumns: "auto 1fr auto 1fr",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "baseline",
    marginTop: "2px",
  },
  step: { display: "contents" },
  now: { fontWeight: tokens.fontWeightSemibold },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

const GOODS: ReadonlySet<string> = new Set(["qty", "reserved", "available"]);

function isFigure(words: PaneWords["balances"], id: string): id is "qty" | "value" | "balance" {
  return id in words;
}

function titleOf(words: PaneWords["balances"], id: string): string {
  return isFigure(words, id) ? words[id] : id;
}

/** Every balance that posting would change: what it is now, and what it becomes. */
export function PreviewBalances({ effects }: { readonly effects: readonly BalanceEffect[] }) {
  const { words } = useWords();
  return (
    <PreviewSection
      title={words.preview.effects}
      {...(effects.length === 0 ? { hint: words.preview.noEffects } : {})}
      members={effects}
      show={(effect) => <EffectItem key={`${effect.table} ${effect.codes.join(" ")}`} effect={effect} />}
    />
  );
}

function EffectItem({ effect }: { readonly effect: BalanceEffect }) {
  const rows = useRowStyles();
  const styles = useStyles();
  const { words } = useWords();
  const { name, figures } = effect;
  return (
    <li className={rows.still}>
      <span>{name === "" ? effect.codes[0] : name}</span>{" "}
      <span className={rows.quiet}>{detailOf(effect, words.balances.batch).join(" · ")}</span>
      <div className={styles.steps}>
        {figures.map((step) => (
          <Step key={step.column} step={step} />
        ))}
      </div>
    </li>
  );
}

/** Its code and where, as the list of balances says it. */
function detailOf(
  { table, codes: [code, ...rest], name, warehouseName }: BalanceEffect,
  batchOf: (batch: string) => string,
): readonly string[] {
  const [warehouse = "", batch = ""] = rest;
  const where = table === "stockBalances" ? [warehouseName || warehouse, batch && batchOf(batch)] : rest;
  return [...(name === "" ? [] : [code]), ...where].filter((part) => part !== "");
}

/** One figure before and after, and which of the two is which for who cannot see the arrow. */
function Step({ step }: { readonly step: FigureStep }) {
  const rows = useRowStyles();
  const styles = useStyles();
  const { words } = useWords();
  const text = GOODS.has(step.column) ? quantityText : moneyText;
  return (
    <div className={styles.step}>
      <span className={rows.quiet}>{titleOf(words.balances, step.column)}</span>
      <span className={mergeClasses(rows.figure, rows.quiet)}>{text(step.old)}</span>
      <span className={rows.quiet}>
        <ArrowRight12Regular aria-hidden />
        <span className={styles.hidden}>{words.preview.becomes}</span>
      </span>
      <span className={mergeClasses(rows.figure, styles.now, step.new < 0 && rows.negative)}>
        {text(step.new)}
      </span>
    </div>
  );
}
