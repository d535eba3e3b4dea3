import type { ExcelHost } from "../excel-host";
import type { PaneOpening } from "./app-context";
import { Talk } from "./talk";

/** The pane's window, as far as the host needs it. */
export interface PaneWindow {
  postMessage(text: string, origin: string): void;
}

/** What the host is given of the page it runs in. */
export interface FrameEnds {
  readonly opening: PaneOpening;
  /** The window in the frame; null while there is none. */
  readonly pane: () => PaneWindow | null;
  /** Where the pane comes from. Messages from elsewhere are not heard. */
  readonly paneOrigin: string;
  /** The workbook as the bytes of an .xlsx file. */
  readonly save: () => Uint8Array;
}

/** A message as the page's window gets it. */
export interface FrameMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** The host's end of a conversation across a frame's border. */
export interface CrossFrame {
  /** To be called with every message that the page's window gets. */
  receive(message: FrameMessage): void;
  /** Ends the conversation: the pane is heard no more and hears no more. */
  close(): void;
}

/** Office.js in a frame of the page talks to the host by messages, as it does in Excel on the web. */
export function crossFrame(host: ExcelHost, ends: FrameEnds): CrossFrame {
  const post = (text: string) => ends.pane()?.postMessage(text, ends.paneOrigin);
  const talk = new Talk(host, { opening: ends.opening, post, save: ends.save });
  return {
    receive: ({ data, origin, source }) => {
      const isPane = source !== null && source === ends.pane() && origin === ends.paneOrigin;
      if (isPane && typeof data === "string") talk.receive(data);
    },
    close: () => talk.close(),
  };
}
