import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { ExcelHost } from "../../../src/host/excel-host";
import { frameName, type PaneOpening } from "../../../src/host/transport/app-context";
import { crossFrame } from "../../../src/host/transport/cross-frame";

const dist = path.join(
  path.dirname(createRequire(__filename).resolve("@microsoft/office-js/package.json")),
  "dist",
);
const served = "/office-js/";
let opened = 0;

/** How the page is opened, where it differs from an ordinary pane in Chinese. */
export interface PageOptions {
  readonly locale?: string;
  readonly save?: () => Uint8Array;
}

/**
 * Loads Microsoft's whole unmodified office.js into the page that jsdom stands for, as a frame of a page with
 * the host; done when `Office.onReady` is. The page must come from https (see any test of the folder).
 */
export async function openPane(host: ExcelHost, { locale = "zh-CN", save }: PageOptions = {}) {
  const opening: PaneOpening = {
    conversation: `conversation-${++opened}`,
    addIn: "add-in-of-the-test",
    hostUrl: "https://localhost:3000/",
    locale,
    documentUrl: "https://localhost:3000/book.xlsx",
  };
  sessionStorage.clear();
  window.name = frameName(opening);
  standInParent(host, opening, save ?? (() => new Uint8Array()));
  serveScripts();
  const script = document.createElement("script");
  script.src = `${location.origin}${served}office.js`;
  document.head.append(script);
  await new Promise((resolve) => script.addEventListener("load", resolve));
  return Office.onReady();
}

/** A parent window that is the host's page: jsdom has no frames of two origins. */
function standInParent(host: ExcelHost, opening: PaneOpening, save: () => Uint8Array): void {
  const { origin } = new URL(opening.hostUrl);
  const parent = { postMessage: (text: string) => queueMicrotask(() => frame.receive(fromPane(text))) };
  const pane = { postMessage: (text: string) => queueMicrotask(() => window.dispatchEvent(toPane(text))) };
  const frame = crossFrame(host, { opening, pane: () => pane, paneOrigin: location.origin, save });
  Object.defineProperty(window, "parent", { value: parent, configurable: true });
  Object.defineProperty(document, "domain", { value: location.hostname, configurable: true });
  const fromPane = (data: string) => ({ data, origin: location.origin, source: pane });
  const toPane = (data: string) => {
    const event = new MessageEvent("message", { data, origin });
    Object.defineProperty(event, "source", { value: parent });
    return event;
  };
}

/** Runs the scripts that office.js asks for from the package, and no others. */
function serveScripts(): void {
  const run = (script: HTMLScriptElement) => {
    const at = script.src.indexOf(served);
    if (at < 0) throw new Error(`a script from elsewhere: ${script.src}`);
    const text = readFileSync(path.join(dist, script.src.slice(at + served.length)), "utf8");

    window.eval(text);
    script.dispatchEvent(new Event("load"));
  };
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLScriptElement && node.src !== "") run(node);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
}
