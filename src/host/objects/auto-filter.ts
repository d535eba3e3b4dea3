import type { Filter } from "../../engine/filter/filter";
import type { Table } from "../../engine/table";
import { areaName } from "../../engine/address";
import { refusal } from "../host-error";
import type { Session } from "../session/session";
import type { Arguments } from "./arguments";
import { clearFilter, filterColumn, reapplyFilter, refilter, removeFilter } from "./filtering";
import { placeOf } from "./range-address";
import { Place } from "../session/place";
import type { Json } from "../wire/json";
import { criteriaOnWire, criterionBy } from "./filter-criteria";
import type { Kind } from "./kind";
import type { FilterOf, Thing } from "./thing";

/** The filter of a table, or that of a sheet. */
export const autoFilter: Kind<FilterOf> = {
  scalars: {
    Enabled: { get: (self) => filterOf(self) !== null },
    IsDataFiltered: { get: (self) => (filterOf(self)?.criteria.size ?? 0) > 0 },
    Criteria: { get: criteriaOf },
  },
  ways: {
    GetRange: (self) => {
      const range = rangeOf(self);
      if (range === null) throw refusal("ItemNotFound", "There is no filter here.");
      return range;
    },
    GetRangeOrNullObject: rangeOf,
  },
  methods: {
    Apply: apply,
    ClearCriteria: (self, _given, session) => clearFilter(session, self),
    ClearColumnCriteria: (self, given, session) =>
      filterColumn(session, self, { column: given.whole(0), criterion: null }),
    Reapply: (self, _given, session) => reapplyFilter(session, self),
    Remove: (self, _given, session) => removeFilter(session, self),
  },
};

/** The filter as it stands; null where none is shown. */
function filterOf({ sheet, table }: FilterOf): Filter | null {
  if (table === null) return sheet.filter;
  return table.filter === null ? null : { area: filteredArea(table), criteria: table.filter };
}

function filteredArea({ area, hasTotals }: Table): Filter["area"] {
  return { ...area, bottom: area.bottom - (hasTotals ? 1 : 0) };
}

function rangeOf(self: FilterOf): Thing | null {
  const filter = filterOf(self);
  return filter === null ? null : { kind: "Range", self: new Place(self.sheet, filter.area) };
}

/** One entry a column; null where it lets everything through. */
function criteriaOf(self: FilterOf): Json {
  const filter = filterOf(self);
  if (filter === null) return null;
  const width = filter.area.right - filter.area.left + 1;
  return Array.from({ length: width }, (_, column) => criteriaOnWire(filter.criteria.get(column)));
}

/**
 * Puts the filter over a range (that of a sheet only), and filters it by one column where criteria are given.
 */
function apply(self: FilterOf, given: Arguments, session: Session): null {
  if (self.table === null) {
    const { sheet, area } = given.placeOrNull(0) ?? placeOf(session, self.sheet, given.text(0));
    const isOther = self.sheet.filter === null || areaName(self.sheet.filter.area) !== areaName(area);
    if (isOther) refilter(session, { sheet, table: null }, { area, criteria: new Map() });
  }
  if (!given.isGiven(1)) return null;
  const criterion = given.isGiven(2) ? criterionBy(given.json(2)) : null;
  return filterColumn(session, self, { column: given.whole(1), criterion });
}
