import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../dev/browser.js";
import { serveBuiltPages, type WebServer } from "./web-server";

jest.setTimeout(60_000);

/** How Excel on the web tells office.js where it runs. */
const HOST = "_host_Info=Excel$Web$16.01$zh-CN$1$2$3$4";

describe("the pane's page in a tab by itself", () => {
  let server: WebServer;
  let browser: Browser;
  let page: Page;
  let requests: string[];
  beforeAll(async () => {
    server = await serveBuiltPages();
    browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ["--no-sandbox", "--disable-background-networking"],
    });
  });
  beforeEach(async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "zh-CN" });
    page = await context.newPage();
    requests = [];
    page.on("request", (request) => requests.push(request.url()));
  });
  afterEach(() => page.context().close());
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it("explains itself, leads to the workbench, and asks nothing of any other server", async () => {
    const missing: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto(`${server.origin}/pane.html`);
    await page.getByRole("heading", { name: "请在 Excel 里打开" }).waitFor();
    await page.getByRole("link", { name: "在试用页里打开" }).waitFor();
    await page.waitForTimeout(3000);
    expect(requests.filter((address) => !address.startsWith(server.origin))).toEqual([]);
    expect(missing).toEqual([]);
  });

  it("offers no workbench where the server has no office.js, but the help", async () => {
    await page.route(/appsforoffice.*office\.js$/, (route) => route.abort());
    await page.route(/localhost.*office-js/, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${server.origin}/taskpane.html`);
    await page.getByRole("heading", { name: "Excel 的脚本没有载入" }).waitFor();
    expect(await page.getByRole("link").allTextContents()).toEqual(["帮助"]);
    await page.getByRole("link", { name: "帮助" }).click();
    await page.getByRole("heading", { name: "台账" }).waitFor();
  });

  it("says that it is being opened, and after a while that Excel's script does not come", async () => {
    await page.clock.install();
    await page.route(/excel-web/, () => undefined);
    await page.goto(`${server.origin}/pane.html?${HOST}`, { waitUntil: "domcontentloaded" });
    await page.getByText("正在打开台账").waitFor();
    await page.clock.fastForward(9000);
    await page.getByRole("heading", { name: "Excel 的脚本没有载入" }).waitFor();
    expect(requests.some((address) => address.includes("excel-web"))).toBe(true);
  });
});
