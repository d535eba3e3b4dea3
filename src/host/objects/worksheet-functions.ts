import { serialOfParts } from "../../engine/formulas/values/date-serial";
import type { Kind } from "./kind";
import type { FunctionAnswer } from "./thing";

/** Excel's own functions, called without a cell: DATE, which tells from what year the workbook counts. */
export const worksheetFunctions: Kind<null> = {
  ways: {
    Date: (_self, given, { book }) => {
      const [year, month, day] = [0, 1, 2].map((place) => given.whole(place));
      const serial = serialOfParts({ year: year < 1900 ? year + 1900 : year, month, day }, book.date1904);
      return { kind: "FunctionResult", self: { value: serial ?? 0, error: serial === null ? "#NUM!" : "" } };
    },
  },
};

/** What such a function answers. */
export const functionResult: Kind<FunctionAnswer> = {
  scalars: { Error: { get: ({ error }) => error }, Value: { get: ({ value }) => value } },
};
