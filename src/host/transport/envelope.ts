import { isJsonObject, type Json, type JsonObject, parseJson, textIn } from "../wire/json";

/** What the pane asks for across the frame's border. */
export interface FrameRequest {
  readonly action: "invoke" | "register" | "unregister";
  readonly name: string;
  readonly correlation: number;
  readonly data: Json;
}

/** The two ends of a conversation: its id and our own origin. */
export interface Conversation {
  readonly id: string;
  readonly origin: string;
}

const actions = ["invoke", "register", "unregister"] as const;

/** The request in a message's text; null for what is none, or of another conversation. */
export function requestIn(text: string, conversation: string): FrameRequest | null {
  const message = parseJson(text);
  if (!isJsonObject(message) || message["_messageType"] !== 0) return null;
  if (message["_conversationId"] !== conversation) return null;
  const action = actions[Number(message["_actionType"])] ?? "invoke";
  const { _actionName: name, _correlationId: correlation, _data: data } = message;
  return { action, name: textIn(name), correlation: Number(correlation), data: data ?? null };
}

/** The text that answers a request. */
export function replyText(request: FrameRequest, data: Json, { id, origin }: Conversation): string {
  return JSON.stringify({
    ...frame(id, origin),
    _responseType: 0,
    _actionName: request.name,
    _correlationId: request.correlation,
    _data: data,
  });
}

/** The text that tells of an event. */
export function eventText(name: string, data: Json, { id, origin }: Conversation): string {
  return JSON.stringify({
    ...frame(id, origin),
    _responseType: 1,
    _actionName: name,
    _correlationId: 0,
    _data: data,
  });
}

/** The text by which the pane is told to do something of itself, in a conversation beside the first. */
export function noticeText(action: number, { id, origin }: Conversation): string {
  return JSON.stringify({
    ...frame(`${id}_ntf`, origin),
    _messageType: 0,
    _actionType: 0,
    _actionName: "Office_notifyAgave",
    _correlationId: 0,
    _data: [action],
  });
}

function frame(conversation: string, origin: string): JsonObject {
  return {
    _messageType: 1,
    _conversationId: conversation,
    _errorCode: 0,
    _origin: origin,
    _serializerVersion: 1,
  };
}
