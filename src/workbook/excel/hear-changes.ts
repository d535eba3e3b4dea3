import type { WorkbookChange } from "../port";
import type { ExcelSide } from "./excel-side";

/** Listens to Excel while somebody listens to us. */
export interface Hearing {
  readonly begin: () => void;
  readonly end: () => void;
  /** Does work of ours: changes told meanwhile, and shortly after, are our own where Excel does not say. */
  readonly ourOwn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Excel tells of our own changes after it has answered: for so many milliseconds they may still come. */
const echo = 500;

type Registered = Pick<OfficeExtension.EventHandlerResult<unknown>, "context" | "remove">;

/**
 * Hears of changed cells and of tables that come and go, whoever did it. Only hints: Excel tells some changes
 * twice and some never. Our own are not told on: who applies a patch tells of it.
 */
export function hearChanges(side: ExcelSide, tell: (change: WorkbookChange) => void): Hearing {
  let registering: Promise<readonly Registered[]> | null = null;
  let working = 0;
  const handlers = handlersOf(side, tell, () => working > 0);
  return {
    begin: () => {
      registering ??= registered(side, handlers);
      registering.catch(() => (registering = null)); // who reads or writes will be told why
    },
    end: () => {
      const all = registering;
      registering = null;
      void all?.then(unregistered, () => undefined);
    },
    ourOwn: async (work) => {
      working++;
      try {
        return await work();
      } finally {
        setTimeout(() => working--, echo);
      }
    },
  };
}

interface Handlers {
  readonly changed: (event: Excel.WorksheetChangedEventArgs) => Promise<void>;
  readonly others: () => Promise<void>;
  /** Looks which tables stand on which sheet. */
  readonly look: () => Promise<void>;
}

function handlersOf(
  side: ExcelSide,
  tell: (change: WorkbookChange) => void,
  isWorking: () => boolean,
): Handlers {
  let sheets: ReadonlyMap<string, readonly string[]> | null = null;
  const look = async (): Promise<void> => {
    sheets = await tablesBySheet(side);
  };
  return {
    look,
    changed: async (event) => {
      if (isOurs(side, event, isWorking())) return;
      // a sheet of no table is a user's own
      tell({ tables: sheets === null ? null : (sheets.get(event.worksheetId) ?? []), ours: false });
    },
    others: async () => {
      if (isWorking()) return;
      tell({ tables: null, ours: false });
      await look();
    },
  };
}

/** From version 1.14 on Excel says who it was; before that, what changes here while we write is ours. */
function isOurs(side: ExcelSide, event: Excel.WorksheetChangedEventArgs, isWorking: boolean): boolean {
  if (side.supports("1.14")) return event.triggerSource === "ThisLocalAddin";
  return isWorking && event.source === "Local";
}

async function registered(
  side: ExcelSide,
  { changed, others, look }: Handlers,
): Promise<readonly Registered[]> {
  const all = await side.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const each = [
      worksheets.onChanged.add(changed),
      worksheets.onDeleted.add(others),
      tables.onAdded.add(others),
      tables.onDeleted.add(others),
    ];
    await context.sync();
    return each;
  });
  await look();
  return all;
}

async function unregistered(all: readonly Registered[]): Promise<void> {
  for (const one of all) one.remove();
  await all[0]?.context.sync();
}

function tablesBySheet(side: ExcelSide): Promise<ReadonlyMap<string, readonly string[]>> {
  return side.run(async (context) => {
    const tables = context.workbook.tables.load("items/name,items/worksheet/id");
    await context.sync();
    const sheets = new Map<string, string[]>();
    for (const { name, worksheet } of tables.items) {
      sheets.set(worksheet.id, [...(sheets.get(worksheet.id) ?? []), name]);
    }
    return sheets;
  });
}
