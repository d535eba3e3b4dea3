import { mergeClasses } from "@fluentui/react-components";
import { type Change, isQuantity } from "../../domain/posting/figure-change";
import { moneyText, quantityText } from "../figures";
import { useWords } from "../hooks/pane-world";
import { PreviewSection } from "./PreviewSection";
import { useRowStyles } from "./row-styles";

function said({ column }: Change, figure: number | null): string {
  if (figure === null) return "—";
  return isQuantity(column) ? quantityText(figure) : moneyText(figure);
}

/**
 * Figures of documents posted earlier that this posting changes: what goods cost, what is still open; and
 * what becomes of the months by that.
 */
export function PreviewRestated(props: {
  readonly changes: readonly Change[];
  /** Where the changes are all that is shown; else they are those of documents posted earlier. */
  readonly title?: string;
}) {
  const rows = useRowStyles();
  const { words } = useWords();
  const { changes, title } = props;
  const { restated, restatedHint } = words.preview;
  const heading = title === undefined ? { title: restated, hint: restatedHint } : { title };
  return (
    <PreviewSection
      {...heading}
      members={changes}
      show={(change) => (
        <li
          key={`${change.rowId} ${change.period ?? ""} ${change.account ?? ""} ${change.column}`}
          className={mergeClasses(rows.still, rows.columns)}
        >
          <span className={rows.wide}>
            {change.period ?? change.account ?? change.number}{" "}
            <span className={rows.quiet}>{words.preview[change.column]}</span>
          </span>
          <span className={rows.figure}>{`${said(change, change.old)} → ${said(change, change.new)}`}</span>
        </li>
      )}
    />
  );
}
