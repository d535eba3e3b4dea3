/** The requirement sets that the host says it has, by name with their highest version. */
export type RequirementSets = Readonly<Partial<Record<string, string>>>;

/** Excel's moods: each can be changed while the host runs. Limits count bytes of UTF-8; null = none. */
export class Moods {
  requestLimit: number | null = null;
  responseLimit: number | null = null;
  /** Ranges of more cells than this are read as null, as Excel does above five million. */
  readLimit = 5_000_000;
  /** Milliseconds that pass before each request is looked at. */
  latency = 0;
  /** The workbook is open for reading only: every write is refused. */
  isReadOnly = false;
  /** Sheets can be neither added nor renamed, moved or deleted. */
  isStructureProtected = false;
  /** Changes are saved, and seen by others, as they are made. */
  autoSave = true;
  /** Others have the workbook open too. */
  isShared = false;
  /** Remarks on what JSON or the null object swallowed in silence. */
  isStrict = false;
  /** Members above these are refused with ApiNotFound. */
  requirementSets: RequirementSets = everySet;
  private isEditing = false;
  private waiting: (() => void)[] = [];
  private readonly listeners = new Set<() => void>();
  private failure: { actions: number; readonly code: string; readonly stays: boolean } | null = null;

  /** Someone is typing into a cell: requests are refused, or wait where they said so. */
  get isEditingCell(): boolean {
    return this.isEditing;
  }

  set isEditingCell(isEditing: boolean) {
    this.isEditing = isEditing;
    if (isEditing) return;
    const woken = this.waiting;
    this.waiting = [];
    woken.forEach((wake) => wake());
  }

  /** Done when no cell is being edited. */
  async endOfEdit(): Promise<void> {
    while (this.isEditing) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The n-th action from now on (1 = the next) fails with that code; the ones before it are done. */
  failAt(action: number, code = "GeneralException"): void {
    this.failure = { actions: action, code, stays: false };
    this.tell();
  }

  /** The n-th action from now on fails, and so does every one after it, until `clearFailure`. */
  failFrom(action: number, code = "GeneralException"): void {
    this.failure = { actions: action, code, stays: true };
    this.tell();
  }

  /** One of the actions to come is to fail. */
  get willFail(): boolean {
    return this.failure !== null;
  }

  /** Calls it whenever an action is to fail from now on, or no more; answers how to stop. */
  listen(told: () => void): () => void {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  }

  private tell(): void {
    this.listeners.forEach((told) => told());
  }

  /** No action is to fail any more; answers whether one still was to. */
  clearFailure(): boolean {
    const was = this.failure !== null;
    this.failure = null;
    if (was) this.tell();
    return was;
  }

  /** Counts an action; the code with which it is to fail, or null. */
  nextAction(): string | null {
    if (this.failure === null || --this.failure.actions > 0) return null;
    const { code, stays } = this.failure;
    if (stays) return code;
    this.failure = null;
    this.tell();
    return code;
  }
}

/** What a recent Excel on the web has of the sets that the host knows. */
const everySet: RequirementSets = {
  ExcelApi: "1.17",
  ExcelApiOnline: "1.1",
  DelayForCellEdit: "1.1",
  SharedRuntime: "1.2",
  RibbonApi: "1.1",
  DynamicRibbon: "1.2",
  CustomFunctions: "1.7",
  CustomFunctionsRuntime: "1.4",
  DialogApi: "1.2",
  KeyboardShortcuts: "1.1",
  Settings: "1.1",
  CompressedFile: "1.1",
};

/** True when one of the sets holds that version or a later one. */
export function hasSet(sets: RequirementSets, name: string, version: string): boolean {
  const held = sets[name];
  return held !== undefined && compared(held, version) >= 0;
}

function compared(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
