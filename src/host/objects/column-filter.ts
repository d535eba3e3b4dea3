import { customBy, criteriaOnWire, criterionBy, valuesBy } from "./filter-criteria";
import type { Criterion } from "../../engine/filter/filter";
import type { Session } from "../session/session";
import { listIn } from "../wire/json";
import { filterColumn } from "./filtering";
import type { Kind } from "./kind";
import { columnIndexOf } from "./table-columns";
import type { ColumnOfTable } from "./thing";

/** The filter of one column of a table. */
export const columnFilter: Kind<ColumnOfTable> = {
  scalars: {
    Criteria: {
      get: (self, session) => criteriaOnWire(self.table.filter?.get(columnIndexOf(self, session))),
    },
  },
  methods: {
    Apply: (self, given, session) => apply(self, criterionBy(given.json(0)), session),
    ApplyValuesFilter: (self, given, session) => apply(self, valuesBy(listIn(given.json(0))), session),
    ApplyCustomFilter: (self, given, session) =>
      apply(self, customBy(given.text(0), given.textOr(1, ""), given.textOr(2, "And") === "And"), session),
    Clear: (self, _given, session) => apply(self, null, session),
  },
};

function apply(self: ColumnOfTable, criterion: Criterion | null, session: Session): null {
  const { table } = self;
  const column = columnIndexOf(self, session);
  return filterColumn(session, { sheet: table.sheet, table }, { column, criterion });
}
