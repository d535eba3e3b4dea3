import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type ManifestRibbon, manifestRibbon, type RibbonButton } from "../ribbon/manifest-ribbon";
import type { Session } from "../screen/session";

/** The add-in's buttons, what pressing one does, and whether the pane is to be seen. */
export interface PressedRibbon {
  readonly ribbon: ManifestRibbon;
  readonly showsPane: boolean;
  readonly press: (button: RibbonButton) => void;
}

/** A button runs the add-in's own command in the host, as Excel's ribbon does. */
export function useRibbon({ screen, deeds, words, language }: Session, manifest: XMLDocument): PressedRibbon {
  const { host } = screen.file;
  const ribbon = useMemo(() => manifestRibbon(manifest, language), [manifest, language]);
  const subscribe = useCallback((told: () => void) => host.pane.listen(told), [host]);
  const showsPane = useSyncExternalStore(subscribe, () => host.pane.isVisible);
  const press = ({ id, action }: RibbonButton): void => {
    if (!deeds.commit()) return;
    if ("shows" in action) host.pane.show(!host.pane.isVisible);
    else if ("run" in action && !host.commands.isHeard) deeds.refuse(words.paneNotReady);
    else if ("run" in action) void host.commands.run(action.run, id);
  };
  return { ribbon, showsPane, press };
}
