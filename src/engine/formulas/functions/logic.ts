import type { CellError } from "../../cell";
import { truthOf } from "../values/convert";
import { isGrid } from "../values/grid";
import type { Argument, Grid, Operand } from "../values/grid";
import { areFine, failed, failureIn, isFailure } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import { endless, plain, whole } from "./function-spec";
import type { FunctionTable } from "./function-spec";

/** The truths among the arguments: in cells and arrays texts and blanks do not count. */
function truthsIn(args: readonly Argument[]): readonly boolean[] | CellError {
  const truths = args.flatMap((arg) => (isGrid(arg) ? countedIn(arg) : [arg ?? false])).map(truthOf);
  return areFine(truths) ? truths : failureIn(truths);
}

function countedIn(grid: Grid): readonly Scalar[] {
  return [...grid.values()].filter((value) => typeof value !== "string" && value !== null);
}

const overTruths = (says: (truths: readonly boolean[]) => boolean) =>
  whole(1, endless, (args): Operand => {
    const truths = truthsIn(args);
    if (isFailure(truths)) return truths;
    return truths.length === 0 ? failed.value : says(truths);
  });

/** Truths joined; what chooses between expressions is compiled with the formula. */
export const logic: FunctionTable = {
  AND: overTruths((truths) => truths.every(Boolean)),
  FALSE: plain("", 0, () => false),
  NOT: plain("b", 1, (given) => !given.truth(0)),
  OR: overTruths((truths) => truths.some(Boolean)),
  TRUE: plain("", 0, () => true),
  XOR: overTruths((truths) => truths.filter(Boolean).length % 2 === 1),
};
