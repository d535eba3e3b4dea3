import { createRoot } from "react-dom/client";
import program from "../../package.json";
import { type CommandEvent, commandIds, commands } from "../commands/commands";
import { worksheetFunctions } from "../functions/worksheet-functions";
import { openBook } from "../open-book/open-book";
import { excelWorkbook } from "../workbook/excel/excel-workbook";
import { NoOffice, type WithoutOffice } from "./components/NoOffice";
import { Pane } from "./components/Pane";
import { localTime, machine, storageOf } from "./device";
import { fileName, hostLanguage, languageOf, lookOf, missingSets } from "./host-facts";
import type { PaneHost } from "./hooks/pane-world";
import { answered, workbenchHere } from "./office-wait";

declare const CustomFunctions: {
  readonly associate: (id: string, called: (...given: readonly unknown[]) => void) => void;
  readonly Error: new (code: string, message: string) => unknown;
};

const element = document.getElementById("pane");
if (element === null) throw new Error("the page has no #pane");
const root = createRoot(element);
const matches = (query: string): boolean => matchMedia(query).matches;
const restart = (): void => location.reload();

function without(why: WithoutOffice): void {
  const facts = { why, language: languageOf(navigator.language), look: lookOf(undefined, matches) };
  const find = (): Promise<string | null> => workbenchHere((address, how) => fetch(address, how));
  root.render(<NoOffice {...facts} findWorkbench={find} guide="./support.html" restart={restart} />);
}

function within({ addin, actions, context, DocumentMode }: typeof Office): void {
  const { displayLanguage, document: file, officeTheme, partitionKey, requirements } = context;
  const has = (set: string, least: string): boolean => requirements.isSetSupported(set, least);
  const workbook = excelWorkbook({ run: Excel.run, supports: (least) => has("ExcelApi", least) });
  const storage = storageOf(() => localStorage, `taizhang ${partitionKey} `);
  const language = hostLanguage(window, displayLanguage, (spoken) => book.followLanguage(spoken));
  const { version } = program;
  const book = openBook({ ...machine, workbook, strict: true, storage, language, version });
  const ways = commands({ book, showPane: () => addin.showAsTaskpane() });
  if (has("SharedRuntime", "1.1"))
    for (const id of commandIds) actions.associate(id, (event: CommandEvent) => void ways[id](event));
  if (has("CustomFunctionsRuntime", "1.1")) {
    const failure = (code: string, said: string): unknown => new CustomFunctions.Error(code, said);
    const functions = worksheetFunctions({ book, failure, after: machine.after });
    functions.forEach((called, id) => CustomFunctions.associate(id, called));
  }
  const host: PaneHost = {
    bookName: fileName(file.url),
    look: lookOf(officeTheme, matches),
    missing: missingSets(has),
    isReadOnly: file.mode === DocumentMode.ReadOnly,
    today: () => localTime().slice(0, 10),
    copy: (text) => navigator.clipboard.writeText(text),
    restart,
  };
  root.render(<Pane world={{ book, host }} />);
}

async function start(): Promise<void> {
  const { host } = await answered(Office.onReady(), machine.after, () => without("blocked"));
  if (host === Office.HostType.Excel) within(Office);
  else without("browser");
}

if ("Office" in window) void start();
else without("blocked");
