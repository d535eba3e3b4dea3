import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where Chromium, Chrome or Edge are on each platform. */
const usual: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
  ],
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((folder) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map(
      (program) => `${process.env[folder] ?? ""}\\${program}`,
    ),
  ),
};

/** How a package manager installs a browser without asking. */
const installers: readonly (readonly string[])[] = [
  ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
  ["dnf", "install", "-y", "chromium"],
  ["apk", "add", "chromium", "font-noto-cjk"],
];

/**
 * The browser of the end-to-end tests: the one that TAIZHANG_BROWSER names, else one of this machine, else
 * one that the machine's package manager installs; it fails with a sentence where there is none to be had.
 */
export function findBrowser(): string {
  const named = process.env["TAIZHANG_BROWSER"];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`TAIZHANG_BROWSER names ${named}, and nothing is there.`);
  }
  const found = browserHere() ?? (install() ? browserHere() : null);
  if (found !== null) return found;
  throw new Error(
    "No browser for the end-to-end tests: Chromium, Chrome or Edge is needed. Install one, or name one by " +
      "TAIZHANG_BROWSER=/path/to/chrome; installing it by the package manager needs root and did not work.",
  );
}

function browserHere(): string | null {
  return (usual[process.platform] ?? []).find((path) => existsSync(path)) ?? null;
}

function install(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  return installers.some(([program, ...rest]) => spawnSync(program, rest, { stdio: "ignore" }).status === 0);
}
