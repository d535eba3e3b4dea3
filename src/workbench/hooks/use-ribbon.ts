import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type ManifestRibbon, manifestRibbon, type RibbonButton } from "../ribbon/manifest-ribbon";
import type { Session } from "../screen/session";

/** The add-in's buttons, what pressing one does, and whether the pane is to be seen. */
export interface PressedRibbon {
  readonly ribbon: ManifestRibbon;
  readonly showsPane: boolean;
  readonly press: (button: RibbonButton) => void;
  /** Runs one of the add-in's actions by its name. */
  readonly run: (action: string) => void;
}

/** A button runs the add-in's own command in the host, as Excel's ribbon does. */
export function useRibbon({ screen, deeds, words, language }: Session, manifest: XMLDocument): PressedRibbon {
  const { host } = screen.file;
  const ribbon = useMemo(() => manifestRibbon(manifest, language), [manifest, language]);
  const subscribe = useCallback((told: () => void) => host.pane.listen(told), [host]);
  const showsPane = useSyncExternalStore(subscribe, () => host.pane.isVisible);
  const run = useCallback(
    (action: string, control = action): void => {
      if (!deeds.commit()) return;
      if (host.commands.isHeard) void host.commands.run(action, control);
      else deeds.refuse(words.paneNotReady);
    },
    [host, deeds, words],
  );
  const press = ({ id, action }: RibbonButton): void => {
    if ("run" in action) run(action.run, id);
    else if ("shows" in action && deeds.commit()) host.pane.show(!host.pane.isVisible);
  };
  return { ribbon, showsPane, press, run };
}
