import { fileName, languageOf, lookOf, missingSets } from "./host-facts";

const none = (): boolean => false;

describe("what the host tells", () => {
  it("is Excel's theme where it has one, else the system's, and high contrast before both", () => {
    const isDarkSystem = (query: string): boolean => query === "(prefers-color-scheme: dark)";
    expect(lookOf({ isDarkTheme: true }, none)).toBe("dark");
    expect(lookOf({ isDarkTheme: false }, isDarkSystem)).toBe("light");
    expect(lookOf(undefined, isDarkSystem)).toBe("dark");
    expect(lookOf({ isDarkTheme: true }, () => true)).toBe("contrast");
  });

  it("is Chinese for every kind of Chinese, else English", () => {
    expect(["zh-CN", "zh-TW", "ZH", "en-GB", "de-DE", "zhx"].map(languageOf)).toEqual([
      ...["zh-CN", "zh-CN", "zh-CN"],
      ...["en-US", "en-US", "en-US"],
    ]);
  });

  it("is the file's name, from an address or a path", () => {
    expect(fileName("https://x.sharepoint.com/a/%E4%BA%94%E9%87%91%E5%BA%97.xlsx?web=1")).toBe("五金店.xlsx");
    expect(fileName("C:\\Books\\100%.xlsx")).toBe("100%.xlsx");
    expect(fileName(undefined)).toBe("");
  });

  it("is the sets it lacks of those we use", () => {
    expect(missingSets((set) => set === "ExcelApi")).toEqual([
      "SharedRuntime 1.1",
      "CustomFunctionsRuntime 1.1",
    ]);
  });
});
