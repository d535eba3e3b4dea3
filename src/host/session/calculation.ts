import type { CalculationMoment, CustomFunctions } from "../../engine/formulas/world";
import { calculatorOf, type Recalculation } from "../../engine/formulas/calculate/calculator";
import type { Workbook } from "../../engine/workbook";
import type { Locale } from "./words";

/** When Excel calculates by itself. */
export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

/** What calculating needs to know of the world. */
export interface CalculationWorld {
  /** The local day and time; null where nobody tells. */
  readonly moment: () => CalculationMoment | null;
  readonly custom: CustomFunctions | null;
  readonly locale: Locale;
  /** Told each time that formulas are calculated. */
  readonly calculated: () => void;
}

/** Calculates the workbook's formulas when someone looks, and at the latest when a batch ends. */
export class Calculation {
  mode: CalculationMode = "Automatic";
  /** What formulas could not be calculated here, and why. */
  notEvaluated: Recalculation["notEvaluated"] = [];
  private isDue = true;
  private isSuspended = false;

  constructor(
    private readonly book: Workbook,
    private readonly world: CalculationWorld,
  ) {}

  /** Cells have changed, or functions have other results. */
  touch(): void {
    this.isDue = true;
  }

  /** The functions of the add-in of that name have other results. */
  callAgain(name: string): void {
    calculatorOf(this.book).callAgain([name]);
    this.isDue = true;
  }

  /** The year that a date typed without one is in. */
  get year(): number {
    const today = this.world.moment()?.todaySerial ?? 0;
    const dayBeforeFirst = 30;
    return new Date(Date.UTC(1899, 11, dayBeforeFirst + today)).getUTCFullYear();
  }

  /** Nothing is calculated until the batch ends. */
  suspend(): void {
    this.isSuspended = true;
  }

  /** Before values are read: what depends on cells written since is calculated. */
  ensure(): void {
    if (!this.isSuspended && this.mode !== "Manual") this.calculate();
  }

  /** At the end of a batch. */
  endBatch(): void {
    this.isSuspended = false;
    this.ensure();
  }

  /** Calculates what is due, whatever the mode. */
  calculate(): void {
    if (!this.isDue) return;
    this.isDue = false;
    const { custom, locale, moment, calculated } = this.world;
    calculated();
    const done = calculatorOf(this.book).recalculate({ custom, locale, moment: moment() });
    this.notEvaluated = done.notEvaluated;
  }
}
