import { type BrandVariants, createLightTheme, type Theme } from "@fluentui/react-components";

const blue: BrandVariants = {
  10: "#02060d",
  20: "#0a1a2b",
  30: "#0d2a48",
  40: "#10375f",
  50: "#134471",
  60: "#175182",
  70: "#1c5e94",
  80: "#226ca6",
  90: "#387bb2",
  100: "#4e8abd",
  110: "#659ac8",
  120: "#7daad2",
  130: "#96badc",
  140: "#b0cbe5",
  150: "#cadced",
  160: "#e5eef6",
};

const fontFamilyBase =
  '"Segoe UI", -apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Blue, so that nobody takes the workbench for Excel. */
export const workbenchTheme: Theme = { ...createLightTheme(blue), fontFamilyBase };
