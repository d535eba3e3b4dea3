import { isJsonList, isJsonObject, type Json, parseJson } from "../wire/json";

/** Which of the add-in's buttons can be pressed and which of its tabs are seen; all are, at first. */
export class Ribbon {
  private readonly disabled = new Set<string>();
  private readonly hidden = new Set<string>();
  private readonly listeners = new Set<() => void>();

  isEnabled(button: string): boolean {
    return !this.disabled.has(button);
  }

  isVisible(tab: string): boolean {
    return !this.hidden.has(tab);
  }

  enable(button: string, isEnabled: boolean): void {
    if (isEnabled) this.disabled.delete(button);
    else this.disabled.add(button);
    this.tell();
  }

  show(tab: string, isVisible: boolean): void {
    if (isVisible) this.hidden.delete(tab);
    else this.hidden.add(tab);
    this.tell();
  }

  /** An update as `Office.ribbon.requestUpdate` words it, in JSON text. */
  update(text: string): void {
    const update = parseJson(text);
    if (!isJsonObject(update)) return;
    for (const tab of membersOf(update, "tabs")) this.updateTab(tab);
  }

  /** Is told of every change from now on, until the answer is called. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private updateTab(tab: Json): void {
    if (!isJsonObject(tab)) return;
    const { id, visible } = tab;
    if (typeof id === "string" && typeof visible === "boolean") this.show(id, visible);
    const inGroups = membersOf(tab, "groups").flatMap((group) => membersOf(group, "controls"));
    for (const control of [...membersOf(tab, "controls"), ...inGroups]) this.updateControl(control);
  }

  private updateControl(control: Json): void {
    if (!isJsonObject(control)) return;
    const { id, enabled } = control;
    if (typeof id === "string" && typeof enabled === "boolean") this.enable(id, enabled);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function membersOf(value: Json, name: string): readonly Json[] {
  const members = isJsonObject(value) ? value[name] : null;
  return isJsonList(members) ? members : [];
}
