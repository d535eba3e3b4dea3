/**
 * @jest-environment-options {"url": "https://localhost:3000/taskpane.html"}
 */
import { excelHost } from "../../src/host/excel-host";
import { openPane } from "../support/office/page";
import { stockBook } from "./stock-book";

/** As much of the association of worksheet functions as the test uses: its types are no package of ours. */
declare const CustomFunctions: {
  associate(id: string, work: (...args: never[]) => unknown): void;
  readonly Error: new (code: string, message: string) => Error;
  readonly ErrorCode: { readonly notAvailable: string };
};

interface Told {
  setResult(result: number): void;
  onCanceled: () => void;
}

const host = excelHost(stockBook(), { functions: { namespace: "TZ", ids: ["DOUBLE", "TICKS"] } });

const saved = new Uint8Array(10).map((_, i) => i);

beforeAll(async () => {
  host.settings.set("opened", "3");
  await openPane(host, { save: () => saved });
});

/** Done as soon as the check holds. */
async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !check(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(check()).toBe(true);
}

describe("the pane in its frame", () => {
  it("is told that it is in Excel on the web, in Chinese, with the sets that the host has", () => {
    expect(Office.context.host).toBe("Excel");
    expect(Office.context.platform).toBe("OfficeOnline");
    expect(Office.context.displayLanguage).toBe("zh-CN");
    expect(Office.context.document.url).toBe("https://localhost:3000/book.xlsx");
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.99")).toBe(false);
  });

  it("reads the workbook across the frame", async () => {
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem("Stock").getDataBodyRange();
      body.load("values");
      await context.sync();
      expect(body.values[0]).toEqual(["bolt", 10, 2.5]);
    });
  });

  it("hears of changes", async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Stock").onChanged.add(({ source, address }) => {
        heard.push(`${source} ${address}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    await host.secondClient(({ sheets }) => sheets[0].write(3, 2, 5));
    await until(() => heard.length > 0);
    expect(heard).toEqual(["Remote C4"]);
  });

  it("keeps settings in the workbook and finds those that were there", async () => {
    const { settings } = Office.context.document;
    expect(settings.get("opened")).toBe(3);
    settings.set("language", { code: "zh" });
    await new Promise((resolve) => settings.saveAsync(resolve));
    expect(host.settings.entries()).toEqual([
      ["opened", "3"],
      ["language", '{"code":"zh"}'],
    ]);
    host.settings.set("opened", "4");
    await new Promise((resolve) => settings.refreshAsync(resolve));
    expect(settings.get("opened")).toBe(4);
  });

  it("gets the workbook's file in slices", async () => {
    const file = await new Promise<Office.File>((resolve, reject) => {
      Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 4 }, (result) => {
        if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
        else reject(new Error(result.error.message));
      });
    });
    expect([file.size, file.sliceCount]).toEqual([10, 3]);
    const last = await new Promise<Office.Slice>((resolve) => {
      file.getSliceAsync(2, ({ value }) => resolve(value));
    });
    expect([...(last.data as number[])]).toEqual([8, 9]);
  });

  it("is refused while a cell is edited, and waits where it said so", async () => {
    host.moods.isEditingCell = true;
    const name = async (options: Excel.RunOptions) =>
      Excel.run(options, async (context) => {
        const sheet = context.workbook.worksheets.getItem("库存").load("name");
        await context.sync();
        return sheet.name;
      });
    await expect(name({})).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    let answered: unknown = "not yet";
    const waiting = name({ delayForCellEdit: true }).then(
      (told) => (answered = told),
      (refused: unknown) => (answered = refused),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toBe("not yet");
    host.moods.isEditingCell = false;
    await waiting;
    expect(answered).toBe("库存");
  });
});

describe("the ribbon", () => {
  it("runs the function of a button, and knows when it has completed", async () => {
    const pressed: string[] = [];
    Office.actions.associate("check", (event: Office.AddinCommands.Event) => {
      pressed.push(event.source.id);
      event.completed();
    });
    await until(() => host.commands.isHeard);
    await host.commands.run("check", "CheckButton");
    expect(pressed).toEqual(["CheckButton"]);
  });

  it("lets the add-in grey a button", async () => {
    const controls = [{ id: "PostButton", enabled: false }];
    await Office.ribbon.requestUpdate({ tabs: [{ id: "Tab", controls }] });
    expect(host.ribbon.isEnabled("PostButton")).toBe(false);
    expect(host.ribbon.isEnabled("CheckButton")).toBe(true);
  });

  it("lets the add-in start with the workbook and show its pane", async () => {
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    host.pane.show(false);
    await Office.addin.showAsTaskpane();
    expect([host.pane.startsWithWorkbook, host.pane.isVisible]).toEqual([true, true]);
  });
});

describe("the add-in's worksheet functions", () => {
  let tick: ((count: number) => void) | null = null;
  let stopped = false;

  beforeAll(() => {
    CustomFunctions.associate("DOUBLE", (x: number) => {
      if (x < 0) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "negative");
      return x * 2;
    });
    CustomFunctions.associate("TICKS", (_x: number, told: Told) => {
      tick = (count) => told.setResult(count);
      told.onCanceled = () => {
        stopped = true;
      };
      told.setResult(1);
    });
  });

  it("are called over the wire, and their errors are those of cells", async () => {
    await expect(host.call("DOUBLE", [21])).resolves.toEqual({ value: 42 });
    await expect(host.call("DOUBLE", [-1])).resolves.toMatchObject({ error: "#N/A" });
  });

  it("show #N/A in cells until they answer, and every later answer", async () => {
    const value = async () =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("Notes").getRange("A1").load("values");
        await context.sync();
        return cell.values[0][0] as unknown;
      });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Notes").getRange("A1").formulas = [["=TZ.TICKS(7)*10"]];
      await context.sync();
    });
    expect(await value()).toBe("#N/A");
    await until(() => host.book.sheets[1].cell(0, 0) === 10);
    tick?.(2);
    await until(() => host.book.sheets[1].cell(0, 0) === 20);
    expect(stopped).toBe(false);
  });
});
