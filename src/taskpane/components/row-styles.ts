import { makeStyles, tokens } from "@fluentui/react-components";

/** How rows of lists look: pressable ones are plain buttons over the whole width. */
export const useRowStyles = makeStyles({
  row: {
    display: "block",
    boxSizing: "border-box",
    width: "100%",
    margin: 0,
    border: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    lineHeight: tokens.lineHeightBase300,
    textAlign: "start",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  pressable: {
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  still: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: tokens.lineHeightBase300,
  },
  columns: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalM },
  wide: { flex: 1, minWidth: 0, overflowWrap: "anywhere" },
  figure: {
    flexShrink: 0,
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  negative: { color: tokens.colorPaletteRedForeground1 },
});
