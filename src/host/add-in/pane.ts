import { eventTypes } from "../events/event-types";
import type { Pushes } from "../events/pushes";

/** Whether the add-in's pane is seen, and whether it starts with the workbook. */
export class Pane {
  private visible = true;
  private readonly listeners = new Set<() => void>();
  startsWithWorkbook = false;

  constructor(private readonly pushes: Pushes) {}

  get isVisible(): boolean {
    return this.visible;
  }

  /** Is told of every change from now on, until the answer is called. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows or hides the pane; the add-in hears of it. */
  show(isVisible: boolean): void {
    if (this.visible === isVisible) return;
    this.visible = isVisible;
    this.pushes.add(eventTypes.visibilityModeChanged, "", { visibility: isVisible ? "Visible" : "Hidden" });
    for (const listener of this.listeners) listener();
  }
}
