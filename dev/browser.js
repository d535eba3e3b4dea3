const { spawnSync } = require("node:child_process");
const { existsSync } = require("node:fs");
const path = require("node:path");

/** Where Chromium, Chrome or Edge are on each platform. */
const USUAL = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"]
    .map((name) => `/usr/bin/${name}`)
    .concat("/snap/bin/chromium"),
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((folder) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((program) =>
      path.join(process.env[folder] ?? "", program),
    ),
  ),
};

/** How a package manager installs a browser without asking; each step after the one before it. */
const INSTALLERS = [
  [
    ["apt-get", "update", "-qq"],
    ["apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "-qq", "--no-install-recommends"].concat(
      "chromium",
      "fonts-noto-cjk",
    ),
  ],
  [["dnf", "install", "-y", "chromium"]],
  [["apk", "add", "chromium", "font-noto-cjk"]],
];

const here = () => (USUAL[process.platform] ?? []).find((file) => existsSync(file)) ?? null;

const runs = ([program, ...words]) => {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, words, { stdio: "ignore", env }).status === 0;
};

const install = () => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  console.log("Installing a browser for the tests … 正在为测试安装浏览器……");
  INSTALLERS.some((steps) => steps.every(runs));
};

const NONE =
  "No browser for the tests in a browser: Chromium, Chrome or Edge is needed. Install one, or name one by " +
  "TAIZHANG_BROWSER=/path/to/chrome; installing it by the package manager needs root and did not work.";

/**
 * The browser of the tests: the one that TAIZHANG_BROWSER names, else one of this machine. Throws a sentence
 * where there is none.
 */
exports.findBrowser = () => {
  const named = process.env.TAIZHANG_BROWSER;
  if (named !== undefined && !existsSync(named))
    throw new Error(`TAIZHANG_BROWSER names ${named}, and nothing is there.`);
  const found = named ?? here();
  if (found === null) throw new Error(NONE);
  return found;
};

/** Before the tests: where there is none, the machine's package manager installs one, if it may. */
const main = () => {
  if (process.env.TAIZHANG_BROWSER === undefined && here() === null) install();
  try {
    exports.findBrowser();
  } catch ({ message }) {
    console.error(message);
  }
};

if (require.main === module) main();
