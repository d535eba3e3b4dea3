import { eventTypes } from "../events/event-types";
import type { Pushes } from "../events/pushes";

/** Whether the add-in's pane is seen, and whether it starts with the workbook. */
export class Pane {
  private visible = true;
  startsWithWorkbook = false;

  constructor(private readonly pushes: Pushes) {}

  get isVisible(): boolean {
    return this.visible;
  }

  /** Shows or hides the pane; the add-in hears of it. */
  show(isVisible: boolean): void {
    if (this.visible === isVisible) return;
    this.visible = isVisible;
    this.pushes.add(eventTypes.visibilityModeChanged, "", { visibility: isVisible ? "Visible" : "Hidden" });
  }
}
