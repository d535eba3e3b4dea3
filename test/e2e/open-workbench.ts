import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from "playwright-core";
import { columnIndex } from "../../src/engine/address";
import { findBrowser } from "../../dev/browser.js";
import { serveBuiltPages, type WebServer } from "./web-server";

const pictures = join(__dirname, "..", "..", "docs", "guide", "pictures");

/** The workbench in a browser of its own, with everything that it asked the network for and complained of. */
export interface OpenWorkbench {
  readonly page: Page;
  /** The task pane in its frame. */
  readonly pane: FrameLocator;
  readonly origin: string;
  /** Addresses of every request. */
  readonly requests: readonly string[];
  /** What the pages threw or logged as an error. */
  readonly complaints: readonly string[];
  /** A cell of the grid by its address, such as `B3`. */
  cell(address: string): Locator;
  /** Keeps a picture of the screen for the guide, where TAIZHANG_PICTURES asks for it. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the workbench in a language, on the sample. */
export async function openWorkbench(language: "zh-CN" | "en-US"): Promise<OpenWorkbench> {
  const server = await serveBuiltPages();
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: language,
    viewport: { width: 1360, height: 820 },
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const [requests, complaints] = listened(page);
  await page.goto(`${server.origin}/?lang=${language}`);
  return {
    ...{ page, requests, complaints, origin: server.origin },
    pane: page.frameLocator("aside iframe"),
    cell: (address) => cellIn(page, address),
    picture: (name) => picture(page, name),
    close: () => closed(browser, server, requests),
  };
}

function listened(page: Page): readonly [string[], string[]] {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return [requests, complaints];
}

/** The grid's first line holds the letters and its first column the row numbers. */
function cellIn(page: Page, address: string): Locator {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = columnIndex(letters) + 1;
  return page.locator(
    `[role="grid"] [aria-rowindex="${Number(digits) + 1}"] > [aria-colindex="${column + 1}"]`,
  );
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env["TAIZHANG_PICTURES"] === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.mouse.move(700, 815);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
}

/** Ends both; whatever the pages asked for was on this machine. */
async function closed(browser: Browser, server: WebServer, requests: readonly string[]): Promise<void> {
  await browser.close();
  server.close();
  const local = [`${server.origin}/`, "data:", "blob:"];
  expect(requests.filter((address) => !local.some((start) => address.startsWith(start)))).toEqual([]);
  expect(requests).not.toEqual([]);
}
