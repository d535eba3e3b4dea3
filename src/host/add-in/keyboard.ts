/** A key with Ctrl, Shift, Alt or Command, pressed while the pane has the keyboard; its number as browsers say. */
export interface PaneKey {
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Where the keyboard is to go from the pane: to the workbook (Ctrl+F6, F2), or to what follows the pane or is
 * before it (Tab at its end or beginning).
 */
export type Leaving = "to-workbook" | "onward" | "back";

/** What the pane tells of the keyboard that concerns the window round it. */
export type Pressed = { readonly key: PaneKey } | { readonly leaves: Leaving };

/** The keys that are pressed in the pane and are not its own. */
export class Keyboard {
  private readonly listeners = new Set<(pressed: Pressed) => void>();

  /** Hears every key from now on, until the answer is called. */
  listen(listener: (pressed: Pressed) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The pane says so. */
  tell(pressed: Pressed): void {
    for (const listener of this.listeners) listener(pressed);
  }
}
