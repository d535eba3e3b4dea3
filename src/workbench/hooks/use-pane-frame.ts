import { type RefObject, useEffect, useRef } from "react";
import { saveXlsx } from "../../engine/xlsx/save-xlsx";
import { frameName, type PaneOpening } from "../../host/transport/app-context";
import { crossFrame } from "../../host/transport/cross-frame";
import type { OpenFile } from "../screen/open-file";
import type { Language } from "../../locales/workbench";

/** Any number will do: the workbench runs this one add-in, whatever its manifest says. */
const ADD_IN = "taizhang-workbench";

/**
 * The element that holds the pane's frame. For each book the pane is opened anew in a conversation of its
 * own; the frame gets its name before its address, as office.js wants it. A pane that is open is told of
 * another language of the host, and goes on with what it was doing.
 */
export function usePaneFrame(file: OpenFile, language: Language): RefObject<HTMLDivElement | null> {
  const holder = useRef<HTMLDivElement>(null);
  const spoken = useSpoken(holder, language);
  useEffect(() => {
    const { origin } = window.location;
    const opening: PaneOpening = {
      conversation: crypto.randomUUID(),
      addIn: ADD_IN,
      hostUrl: origin,
      locale: spoken.current,
      documentUrl: `${origin}/${encodeURIComponent(file.name)}`,
    };
    const frame = document.createElement("iframe");
    frame.name = frameName(opening);
    frame.title = "Taizhang";
    frame.lang = spoken.current;
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
  }, [file, spoken]);
  return holder;
}

/** Tells an open pane of another language; answers in which one the next is opened. */
function useSpoken(holder: RefObject<HTMLDivElement | null>, language: Language): RefObject<Language> {
  const spoken = useRef(language);
  useEffect(() => {
    spoken.current = language;
    const frame = holder.current?.querySelector("iframe") ?? null;
    frame?.setAttribute("lang", language);
    frame?.contentWindow?.dispatchEvent(new Event("languagechange"));
  }, [holder, language]);
  return spoken;
}
