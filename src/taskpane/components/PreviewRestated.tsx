import { mergeClasses } from "@fluentui/react-components";
import type { Change } from "../../domain/posting/figure-change";
import { moneyText } from "../figures";
import { useWords } from "../hooks/pane-world";
import { PreviewSection } from "./PreviewSection";
import { useRowStyles } from "./row-styles";

/**
 * Figures of documents posted earlier that this posting changes: what goods cost, what is still open; and
 * what becomes of the months by that.
 */
export function PreviewRestated({ changes }: { readonly changes: readonly Change[] }) {
  const rows = useRowStyles();
  const { words } = useWords();
  const said = (figure: number | null): string => (figure === null ? "—" : moneyText(figure));
  return (
    <PreviewSection
      title={words.preview.restated}
      hint={words.preview.restatedHint}
      members={changes}
      show={(change) => (
        <li
          key={`${change.rowId} ${change.period ?? ""} ${change.column}`}
          className={mergeClasses(rows.still, rows.columns)}
        >
          <span className={rows.wide}>
            {change.period ?? change.number}{" "}
            <span className={rows.quiet}>{words.preview[change.column]}</span>
          </span>
          <span className={rows.figure}>{`${said(change.old)} → ${said(change.new)}`}</span>
        </li>
      )}
    />
  );
}
