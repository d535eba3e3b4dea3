import { eventTypes } from "../events/event-types";
import { type Push, pushCategories } from "../events/pushes";
import type { ExcelHost } from "../excel-host";
import type { Reply } from "../reply";
import { byteLength, isJsonObject, type Json, type JsonObject, listIn, textIn } from "../wire/json";
import { appContext, type PaneOpening } from "./app-context";
import { type DocumentMethod, documentMethods } from "./document-methods";
import {
  type Conversation,
  eventText,
  type FrameRequest,
  noticeText,
  replyText,
  requestIn,
} from "./envelope";
import { FileSlices } from "./file-slices";
import { enterPane, pressedIn } from "./notified";

/** What a conversation with a pane needs. */
export interface TalkEnds {
  readonly opening: PaneOpening;
  readonly post: (text: string) => void;
  readonly save: () => Uint8Array;
}

const executeBatch = 93;

/** A conversation with the office.js of one pane, from its first question to its end. */
export class Talk {
  private readonly conversation: Conversation;
  private readonly methods: ReadonlyMap<number, DocumentMethod>;
  private readonly heard = new Map<string, () => void>();
  private isOpen = true;

  constructor(
    private readonly host: ExcelHost,
    private readonly ends: TalkEnds,
  ) {
    const { conversation, hostUrl } = ends.opening;
    this.conversation = { id: conversation, origin: new URL(hostUrl).origin };
    this.methods = documentMethods(host, new FileSlices(ends.save));
    this.heard.set(
      "enter",
      host.keyboard.takeInto(() => this.post(noticeText(enterPane, this.conversation))),
    );
  }

  /** Takes a message of the pane's; what is none of this conversation is left alone. */
  receive(text: string): void {
    const request = requestIn(text, this.conversation.id);
    if (request === null || !this.isOpen) return;
    if (request.action === "register") this.register(request);
    else if (request.action === "unregister") this.unregister(request);
    else this.invoke(request, byteLength(text));
  }

  /** Nothing is heard or told any more. */
  close(): void {
    this.isOpen = false;
    for (const stop of this.heard.values()) stop();
    this.heard.clear();
  }

  private invoke(request: FrameRequest, bytes: number): void {
    if (request.name === "ContextActivationManager_getAppContextAsync") {
      this.reply(request, appContext(this.host, this.ends.opening));
    } else if (request.name === "executeMethod" && isJsonObject(request.data)) {
      this.execute(request, request.data, bytes);
    } else {
      const pressed = request.name === "ContextActivationManager_notifyHost" ? pressedIn(request.data) : null;
      if (pressed !== null) this.host.keyboard.tell(pressed);
      this.reply(request, null);
    }
  }

  private execute(request: FrameRequest, data: JsonObject, bytes: number): void {
    const { DdaMethod: method = null } = data;
    const id = isJsonObject(method) ? Number(method["DispatchId"]) : 0;
    if (id === executeBatch) this.executeBatch(request, listIn(data["ArrayData"]), bytes);
    else this.reply(request, { Version: 1, ...this.documentMethod(id, data) });
  }

  private documentMethod(id: number, data: JsonObject): JsonObject {
    const method = this.methods.get(id);
    const notSupported = 5000;
    return method === undefined ? { Error: notSupported } : { Error: 0, ...method(data) };
  }

  private executeBatch(request: FrameRequest, data: readonly Json[], bytes: number): void {
    const asked = { request: textIn(data[4]), flags: Number(data[6] ?? 0), bytes };
    void this.host.exchange(asked, (reply) => this.reply(request, batchReply(reply)));
  }

  private register(request: FrameRequest): void {
    if (!this.heard.has(request.name)) this.heard.set(request.name, this.listener(request.name));
    this.reply(request, { Error: 0 });
  }

  private unregister(request: FrameRequest): void {
    this.heard.get(request.name)?.();
    this.heard.delete(request.name);
    this.reply(request, { Error: 0 });
  }

  /** Hears the host for an event of that name; answers how to stop. */
  private listener(name: string): () => void {
    const { host } = this;
    if (name === "richApiMessage") return host.onPush((pushes) => this.tellPushes(pushes));
    if (name === "documentSelectionChanged") return host.onPush((pushes) => this.tellSelection(pushes));
    if (name !== "appCommandInvoked") return () => undefined;
    return host.commands.listen(({ number, name: command, control }) =>
      this.tell(name, {
        "0": String(number),
        "1": command,
        "2": JSON.stringify({ source: { id: control } }),
      }),
    );
  }

  private tellPushes(pushes: readonly Push[]): void {
    const rich = pushes.filter((push) => !isSelection(push));
    if (rich.length > 0) this.tell("richApiMessage", { ArrayData: rich });
  }

  /** The one event that Excel on the web tells in the old way. */
  private tellSelection(pushes: readonly Push[]): void {
    if (pushes.some(isSelection)) this.tell("documentSelectionChanged", {});
  }

  private tell(name: string, data: Json): void {
    this.post(eventText(name, data, this.conversation));
  }

  private reply(request: FrameRequest, data: Json): void {
    this.post(replyText(request, data, this.conversation));
  }

  private post(text: string): void {
    if (this.isOpen) this.ends.post(text);
  }
}

function batchReply(reply: Reply): Json {
  return "text" in reply
    ? { Version: 1, Error: 0, Data: [200, [], reply.text] }
    : { Version: 1, Error: reply.refused.number };
}

function isSelection([category, type]: Push): boolean {
  return category === pushCategories.event && type === eventTypes.documentSelectionChanged;
}
