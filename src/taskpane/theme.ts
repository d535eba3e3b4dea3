import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type Theme,
} from "@fluentui/react-components";
import type { Look } from "./hooks/pane-world";

/** The green of a workbook, so that the pane looks at home beside it. */
const green: BrandVariants = {
  10: "#020f07",
  20: "#062111",
  30: "#08361b",
  40: "#0a4623",
  50: "#0c552a",
  60: "#0e6432",
  70: "#0f703a",
  80: "#107c41",
  90: "#218a4f",
  100: "#34985f",
  110: "#4aa671",
  120: "#63b485",
  130: "#80c39b",
  140: "#9fd2b3",
  150: "#bfe2cc",
  160: "#e0f2e7",
};

const FONTS =
  '"Segoe UI Variable", "Segoe UI", -apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei UI", ' +
  '"Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

const dark = createDarkTheme(green);

const THEMES: Readonly<Record<Look, Theme>> = {
  light: { ...createLightTheme(green), fontFamilyBase: FONTS },
  dark: {
    ...dark,
    fontFamilyBase: FONTS,
    colorBrandForeground1: green[120],
    colorBrandForeground2: green[130],
    colorCompoundBrandForeground1: green[120],
  },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase: FONTS },
};

/** The theme of a look. */
export function themeOf(look: Look): Theme {
  return THEMES[look];
}

/** What the browser's own parts, scroll bars and lists, look like beside a look. */
export function schemeOf(look: Look): { readonly colorScheme: "light" | "dark" | "light dark" } {
  return { colorScheme: look === "contrast" ? "light dark" : look };
}
