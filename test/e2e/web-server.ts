import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { generateCertificates } from "office-addin-dev-certs";

const root = join(__dirname, "..", "..");
const pages = join(root, "dist", "web");
const officeJs = join(root, "node_modules", "@microsoft", "office-js", "dist");

const types = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json"],
  [".xml", "application/xml"],
  [".png", "image/png"],
]);

/** The built pages on a free port, as a web server would have them; office.js comes from its package. */
export interface WebServer {
  /** `https://localhost:40123` */
  readonly origin: string;
  close(): void;
}

/** Serves what `npm run build` has made. */
export async function serveBuiltPages(): Promise<WebServer> {
  if (!existsSync(join(pages, "index.html"))) {
    throw new Error("The pages are not built: run `npm run build` first (`npm test` does).");
  }
  const certificate = await madeCertificate();
  const server = createServer(certificate, ({ url = "/" }, response) => {
    const file = fileAt(new URL(url, "https://localhost").pathname);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": types.get(extname(file)) ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function fileAt(path: string): string {
  const inside = normalize(decodeURIComponent(path === "/" ? "/index.html" : path)).replace(/^[/\\]+/, "");
  return inside.startsWith("office-js")
    ? join(officeJs, inside.slice("office-js".length))
    : join(pages, inside);
}

async function madeCertificate(): Promise<{ readonly cert: Buffer; readonly key: Buffer }> {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-certificate-"));
  const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(folder, name));
  const { log } = console;
  console.log = () => undefined;
  try {
    await generateCertificates(ca, cert, key);
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } finally {
    console.log = log;
    rmSync(folder, { recursive: true, force: true });
  }
}
