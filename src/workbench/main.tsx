import { createRoot } from "react-dom/client";
import "react-data-grid/lib/styles.css";
import { moments } from "../app/moments";
import { newBook } from "../app/new-book";
import { openCsvFolder } from "../engine/csv-folder";
import { Workbook } from "../engine/workbook";
import { Journal } from "../engine/journal/journal";
import { functionDefinitions } from "../functions/definitions";
import { excelHost } from "../host/excel-host";
import type { Language } from "../locales/workbench";
import { embeddedWorkbook } from "../workbook/embedded/embedded-workbook";
import { type Samples, samplesIn } from "./book/samples";
import { Workbench } from "./components/Workbench";
import { type AddInFiles, addInFiles } from "./ribbon/add-in-files";
import type { Studio } from "./screen/studio";
import "./workbench.css";

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
const localTime = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000);
const { moment } = moments({
  clock: Date.now,
  localTime: () => localTime().toISOString().slice(0, 19),
  digit: () => crypto.getRandomValues(new Uint8Array(1))[0] % 32,
  user: "",
});
const serialNow = () => {
  const nowSerial = localTime().getTime() / 86_400_000 + 25_569;
  return { todaySerial: Math.floor(nowSerial), nowSerial };
};
const functions = { namespace: "TZ", ids: functionDefinitions.map(({ id }) => id) };

const studioOf = (samples: Samples, language: Language, files: AddInFiles): Studio => ({
  language,
  ...files,
  year: () => new Date().getFullYear(),
  samples: samples.names,
  newBook: async (language, sample) => {
    const book = new Workbook();
    const files = sample === null ? new Map<string, string>() : samples.files(sample, language);
    const rows = embeddedWorkbook(openCsvFolder(files));
    const names = (await rows.tables()).map(({ name }) => name);
    const desk = { workbook: embeddedWorkbook(book), moment, strict: true };
    await newBook(desk, { language, sample: await rows.read(names) });
    return book;
  },
  open: (name, book, locale) => ({
    name,
    book,
    journal: new Journal(book),
    host: excelHost(book, { wait, functions, locale, fileName: name, moment: serialNow }),
  }),
});

const start = async (): Promise<void> => {
  const root = document.getElementById("workbench");
  if (root === null) throw new Error("workbench.html has no #workbench");
  const wanted = new URLSearchParams(location.search).get("lang") ?? navigator.language;
  const [samples, files] = await Promise.all([fetch("samples.json"), addInFiles(fetch, navigator.platform)]);
  const language = wanted.startsWith("zh") ? "zh-CN" : "en-US";
  const studio = studioOf(samplesIn(await samples.json()), language, files);
  createRoot(root).render(<Workbench studio={studio} />);
};

void start();
