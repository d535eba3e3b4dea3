/** A key with Ctrl, Shift, Alt or Command, pressed in the pane; its number as browsers say it. */
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
  private readonly panes = new Set<() => void>();

  /** Hears every key from now on, until the answer is called. */
  listen(listener: (pressed: Pressed) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The keyboard goes to the first control of the pane. */
  enterPane(): void {
    for (const enter of this.panes) enter();
  }

  /** A pane is there, and takes the keyboard that way; answers how it goes. */
  takeInto(enter: () => void): () => void {
    this.panes.add(enter);
    return () => this.panes.delete(enter);
  }

  /** The pane says so. */
  tell(pressed: Pressed): void {
    for (const listener of this.listeners) listener(pressed);
  }
}
