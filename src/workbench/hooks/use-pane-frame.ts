import { type RefObject, useEffect, useRef } from "react";
import { saveXlsx } from "../../engine/xlsx/save-xlsx";
import { frameName, type PaneOpening } from "../../host/transport/app-context";
import { crossFrame } from "../../host/transport/cross-frame";
import type { OpenFile } from "../screen/open-file";
import type { Language } from "../../locales/workbench";

/** Any number will do: the workbench runs this one add-in, whatever its manifest says. */
const ADD_IN = "taizhang-workbench";

/**
 * The element that holds the pane's frame. For each book, and each language of the host, the pane is opened
 * anew in a conversation of its own; the frame gets its name before its address, as office.js wants it.
 */
export function usePaneFrame(file: OpenFile, language: Language): RefObject<HTMLDivElement | null> {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { origin } = window.location;
    const opening: PaneOpening = {
      conversation: crypto.randomUUID(),
      addIn: ADD_IN,
      hostUrl: origin,
      locale: language,
      documentUrl: `${origin}/${encodeURIComponent(file.name)}`,
    };
    const frame = document.createElement("iframe");
    frame.name = frameName(opening);
    frame.title = "Taizhang";
    const ends = {
      opening,
      pane: () => frame.contentWindow,
      paneOrigin: origin,
      save: () => saveXlsx(file.book),
    };
    const talk = crossFrame(file.host, ends);
    const receive = (message: MessageEvent): void => talk.receive(message);
    window.addEventListener("message", receive);
    frame.src = "pane.html";
    holder.current?.append(frame);
    return () => {
      window.removeEventListener("message", receive);
      talk.close();
      frame.remove();
    };
  }, [file, language]);
  return holder;
}
