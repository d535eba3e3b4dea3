import * as fc from "fast-check";

/** The numbers a line of a random document is made from; what they mean depends on its type. */
export interface LineStep {
  readonly item: number;
  readonly batch: number;
  /** Thousandths of a unit, before they are brought to the item's step. */
  readonly amount: number;
  /** How much of what there is: per cent. */
  readonly share: number;
  readonly price: number;
  readonly rate: number;
  readonly ref: number;
  /** 0–11: 11 asks for more than there is, the others vary the line. */
  readonly twist: number;
}

/** The numbers a random document is made from. */
export interface Step {
  readonly type: string;
  readonly day: number;
  readonly time: string;
  /** Decides the place of its rowIds, whatever its date. */
  readonly entered: number;
  readonly partner: number;
  readonly warehouse: number;
  readonly account: number;
  readonly twist: number;
  readonly lines: readonly LineStep[];
}

/** How often each type is drawn. */
const drawn: Readonly<Record<string, number>> = {
  RK: 7,
  CK: 7,
  CF: 3,
  CT: 2,
  XT: 3,
  XF: 2,
  XS: 1,
  FT: 2,
  DB: 3,
  DC: 2,
  DR: 2,
  PD: 2,
  BS: 1,
  BY: 1,
  CB: 1,
  ZX: 2,
  CJ: 1,
  LL: 1,
  CP: 1,
  QR: 2,
  QC: 1,
  KZ: 2,
  LS: 2,
  LT: 1,
  SK: 3,
  FK: 3,
  HX: 3,
  TK: 1,
  SR: 1,
  ZC: 1,
  ZJ: 1,
  QG: 0.2,
  XJ: 0.2,
  CH: 0.2,
  CG: 0.5,
  BJ: 0.2,
  XH: 0.2,
  FQ: 0.3,
};

const nat = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

const lineStep: fc.Arbitrary<LineStep> = fc.record({
  item: nat(9),
  batch: nat(1),
  amount: fc.integer({ min: 1, max: 60_000 }),
  share: fc.integer({ min: 1, max: 100 }),
  price: nat(20_000),
  rate: nat(3),
  ref: nat(30),
  twist: nat(11),
});

/**
 * A random document of one of `types` (all when none is named; one named twice is drawn twice as often)
 * within 40 days, so that days are shared.
 */
export function randomStep(types: readonly string[]): fc.Arbitrary<Step> {
  const named = (type: string): number => types.filter((one) => one === type).length;
  const choices = Object.entries(drawn).flatMap(([type, often]) => {
    const length = Math.round(often * 10) * (types.length === 0 ? 1 : named(type));
    return Array.from({ length }, () => type);
  });
  const step = fc.record({
    type: fc.constantFrom(...choices),
    day: nat(39),
    time: fc.constantFrom("", "", "09:30:00", "09:30:00", "15:00:05", "23:59:59"),
    entered: nat(1_000_000),
    partner: fc.constantFrom(0, 0, 0, 1, 1, 2),
    warehouse: nat(5),
    account: nat(1),
    twist: nat(11),
    lines: fc.array(lineStep, { minLength: 1, maxLength: 4, size: "max" }),
  });
  return step.map((made) => {
    if (made.type === "KZ") return { ...made, day: made.day % 2 };
    const isWhole = made.lines.length > 1 || !["ZX", "CJ"].includes(made.type);
    return isWhole ? made : { ...made, lines: [...made.lines, ...made.lines.map((line) => ({ ...line }))] };
  });
}
