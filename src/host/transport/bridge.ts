import type { ExcelHost, Reply } from "../excel-host";
import { isBatch } from "../wire/batch";
import { isJsonObject, parseJson } from "../wire/json";

/** The object that office.js looks for under `_richApiNativeBridge` when it is loaded. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Assigned by office.js while it loads. */
  onMessageFromHost: ((text: string) => void) | null;
}

/** A bridge over which office.js talks to the host. All that crosses it is JSON text. */
export function nativeBridge(host: ExcelHost): NativeBridge {
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) => {
      void answer(host, text).then((reply) => bridge.onMessageFromHost?.(reply));
    },
  };
  return bridge;
}

async function answer(host: ExcelHost, text: string): Promise<string> {
  const request = parseJson(text);
  if (!isJsonObject(request) || !isJsonObject(request["message"])) throw new Error("a message that is none");
  const { body } = request["message"];
  if (typeof body !== "string" && !isBatch(body)) throw new Error("a message without a batch");
  const flags = typeof request["flags"] === "number" ? request["flags"] : 0;
  return enveloped(Number(request["id"]), await host.process(body, flags));
}

function enveloped(id: number, reply: Reply): string {
  const { status, body } =
    "text" in reply
      ? { status: 200, body: reply.text }
      : { status: reply.refused.status, body: errorBody(reply.refused) };
  return `{"id":${id},"type":2,"message":{"statusCode":${status},"headers":{},"body":${body}}}`;
}

function errorBody({ code }: { readonly code: string }): string {
  return JSON.stringify({ error: { code, message: code } });
}
