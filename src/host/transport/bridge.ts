import type { Push } from "../events/pushes";
import type { ExcelHost } from "../excel-host";
import type { Asked } from "../exchange";
import type { Reply } from "../reply";
import { isBatch } from "../wire/batch";
import { byteLength, isJsonObject, parseJson } from "../wire/json";

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
      const { id, asked } = opened(text);
      void host.exchange(asked, (reply) => bridge.onMessageFromHost?.(enveloped(id, reply)));
    },
  };
  host.onPush((entries) => bridge.onMessageFromHost?.(pushed(entries)));
  return bridge;
}

function opened(text: string): { readonly id: number; readonly asked: Asked } {
  const request = parseJson(text);
  if (!isJsonObject(request) || !isJsonObject(request["message"])) throw new Error("a message that is none");
  const { body } = request["message"];
  if (typeof body !== "string" && !isBatch(body)) throw new Error("a message without a batch");
  const flags = Number(request["flags"] ?? 0);
  return { id: Number(request["id"]), asked: { request: body, flags, bytes: byteLength(text) } };
}

function enveloped(id: number, reply: Reply): string {
  const status = "text" in reply ? 200 : reply.refused.status;
  const body = "text" in reply ? reply.text : errorBody(reply.refused.code);
  return `{"id":${id},"type":2,"message":{"statusCode":${status},"headers":{},"body":${body}}}`;
}

function errorBody(code: string): string {
  return JSON.stringify({ error: { code, message: `Excel refuses this request: ${code}.` } });
}

/** Events bear no id: it would be taken for that of a request. */
function pushed(entries: readonly Push[]): string {
  return JSON.stringify({ type: 3, message: { entries } });
}
