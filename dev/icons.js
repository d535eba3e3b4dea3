const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { findBrowser } = require("./browser");

const folder = path.join(__dirname, "..", "assets", "icons");

/** Sizes that Excel asks for: of the add-in itself, and of a button. */
const SIZES = { app: [16, 32, 64, 80, 128], button: [16, 20, 24, 32, 40, 48, 64, 80] };

/** Draws every icon's PNG files anew from its SVG; needs a browser, named in TAIZHANG_BROWSER or Debian's. */
const drawIcons = async () => {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".svg"))) {
    const name = file.slice(0, -".svg".length);
    const svg = readFileSync(path.join(folder, file), "utf8");
    for (const size of name === "app" ? SIZES.app : SIZES.button) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      writeFileSync(
        path.join(folder, `${name}-${size}.png`),
        await page.screenshot({ omitBackground: true }),
      );
    }
  }
  await browser.close();
};

void drawIcons();
