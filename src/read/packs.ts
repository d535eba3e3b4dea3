import type { Lines } from "../domain/book/lines";
import type { Masters } from "../domain/book/masters";

/**
 * The lines with what the barcode of a pack means where it was typed for an item: its item and, where no unit
 * is typed, its unit. Packs stand after the items in what the lines name. Source: DOMAIN §3.1 单位换算.
 */
export function unpacked(lines: Lines, { items, units }: Masters): Lines {
  if (units.every(({ barcode }) => barcode === "")) return lines;
  const first = lines.item.findIndex((place) => place >= items.length);
  if (first === -1) return lines;
  const item = lines.item.slice();
  const unit = lines.unit.slice();
  for (let line = first; line < lines.count; line++) {
    if (item[line] < items.length) continue;
    const pack = units[item[line] - items.length];
    item[line] = pack.item;
    if (unit[line] === "") unit[line] = pack.unit;
  }
  return { ...lines, item, unit };
}
