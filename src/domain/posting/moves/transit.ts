import type { Book } from "../../book/book";
import { sentInto } from "../../book/kept-apart";
import { NONE } from "../../book/lines";
import { documentTypes } from "../../documents/index";
import { type Links, linksOf } from "../../documents/links";

/** Between which warehouses a line moves goods; `to` = -1 where it names none. */
export interface Way {
  readonly from: number;
  readonly to: number;
}

/** Tells the way of each line that moves goods between warehouses. Source: DOMAIN §5.11. */
export function wayFinder({ lines, masters }: Book, links: Links): (line: number) => Way {
  const { warehouse, toWarehouse } = lines;
  const usual = sentInto(masters, NONE);
  const isTransit = (place: number): boolean =>
    place !== NONE && masters.warehouses[place].kind === "transit";
  const sentTo = (line: number): number => (isTransit(toWarehouse[line]) ? toWarehouse[line] : usual);
  const arrivedFrom = (line: number): number => {
    if (isTransit(warehouse[line])) return warehouse[line];
    const sent = linksOf(links, line).at(0);
    return sent === undefined ? usual : sentTo(sent.target);
  };
  return (line) => {
    const { stock } = documentTypes[lines.type[line]];
    if (stock === "transfer") return { from: warehouse[line], to: toWarehouse[line] };
    if (stock === "send") return { from: warehouse[line], to: sentTo(line) };
    const to = toWarehouse[line] === NONE ? warehouse[line] : toWarehouse[line];
    return { from: arrivedFrom(line), to };
  };
}
