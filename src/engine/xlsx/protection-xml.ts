import type { Protection } from "../sheet-form";
import type { XmlScanner } from "./xml-scanner";
import { escapeXml, isTrue } from "./xml-text";

/** What a protected sheet forbids unless it is said otherwise, and what it allows. */
const forbidden =
  "formatCells formatColumns formatRows insertColumns insertRows insertHyperlinks deleteColumns deleteRows " +
  "sort autoFilter pivotTables";
const allowed = "objects scenarios selectLockedCells selectUnlockedCells";
const guards = ["password", "algorithmName", "hashValue", "saltValue", "spinCount"];

/** Reads the `sheetProtection` element whose opening tag this is; null where the sheet is not protected. */
export function readProtection(scanner: XmlScanner): Protection | null {
  if (!isTrue(scanner.attribute("sheet"))) return null;
  const says = (name: string, otherwise: boolean): boolean => {
    const value = scanner.attribute(name);
    return value === null ? otherwise : !isTrue(value);
  };
  const password = guards.map((name) => {
    const value = scanner.attribute(name);
    return value === null ? "" : ` ${name}="${escapeXml(value)}"`;
  });
  return {
    allowed: [
      ...forbidden.split(" ").filter((name) => says(name, false)),
      ...allowed.split(" ").filter((name) => says(name, true)),
    ],
    password: password.join(""),
  };
}

/** The element of a protection; "" where there is none. */
export function protectionXml(protection: Protection | null, prefix = ""): string {
  if (protection === null) return "";
  const isAllowed = (name: string): boolean => protection.allowed.includes(name);
  const opened = forbidden.split(" ").filter(isAllowed);
  const closed = allowed.split(" ").filter((name) => !isAllowed(name));
  const facts = [...opened.map((name) => ` ${name}="0"`), ...closed.map((name) => ` ${name}="1"`)];
  return `<${prefix}sheetProtection${protection.password} sheet="1"${facts.join("")}/>`;
}
