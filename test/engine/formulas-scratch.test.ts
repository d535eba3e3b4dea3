import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "../../src/engine/workbook";
import { recalculate } from "../../src/engine/formulas/calculate/calculator";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { data, formulaCases } from "./formula-cases";

const future = /\b(IFNA|IFS|SWITCH|XOR|XLOOKUP|XMATCH|CONCAT|TEXTJOIN|MAXIFS|MINIFS|LET|SORT|UNIQUE|FILTER|SORTBY|SEQUENCE)\(/g;
it("compares", () => {
  const book = new Workbook();
  const home = book.addSheet("F");
  const sheet = book.addSheet("Data");
  data.forEach((row, r) => row.forEach((cell, c) => { if (cell !== null) sheet.write(r, c, cell); }));
  formulaCases.forEach((f, r) => {
    const text = f.replace(future, (_, n) => (["SORT", "FILTER"].includes(n) ? `_xlfn._xlws.${n}(` : `_xlfn.${n}(`)).replace(/LET\(x,5,y,x\*2,x\+y/, "LET(_xlpm.x,5,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y").replace(/LET\(t,Data!C2:C7,SUM\(t\)\/COUNT\(t\)/, "LET(_xlpm.t,Data!C2:C7,SUM(_xlpm.t)/COUNT(_xlpm.t)");
    home.writeFormula(r, 0, { text, cached: null });
    if (/\(\{|IF\(Data|SUM\(Data!C2:C4\*|FILTER/.test(f)) home.blocks.push({ top: r, bottom: r, left: 0, right: 0 });
  });
  const bytes = saveXlsx(book);
  const folder = mkdtempSync("/tmp/oracle-");
  writeFileSync(join(folder, "in.xlsx"), bytes);
  execFileSync("soffice", [`-env:UserInstallation=file://${folder}/p`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), join(folder, "in.xlsx")], { stdio: "ignore" });
  const lo = openXlsx(new Uint8Array(readFileSync(join(folder, "out/in.xlsx"))));
  const told = recalculate(book);
  const lines: string[] = [];
  formulaCases.forEach((f, r) => {
    const a = home.cell(r, 0); const b = lo.sheets[0].cell(r, 0);
    const same = typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= Math.abs(a) * 1e-12 : JSON.stringify(a === "" ? null : a) === JSON.stringify(b);
    if (!same) lines.push(`${f}   ours ${JSON.stringify(a)}   LO ${JSON.stringify(b)}`);
  });
  console.log(lines.join("\n"), JSON.stringify(told.notEvaluated.map(n => formulaCases[n.row] + " " + JSON.stringify(n.why)), null, 1), told.recalculated);
});
