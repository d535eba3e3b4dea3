import { documentTypes } from "../../documents/index";
import type { Ledgers } from "../ledgers";

/**
 * Goods that an assembly or disassembly takes out and brings in as the same item, in another batch, warehouse
 * or package: by the move that brings them in, those that took them out. Source: DOMAIN §9 inventory ageing.
 */
export function repackedMoves({ book, stock }: Ledgers): ReadonlyMap<number, readonly number[]> {
  const repacked = new Map<number, readonly number[]>();
  const itemOf = (move: number): number => stock.bins.item[stock.bin[move]];
  for (const { sources, parts } of stock.moves.conversions) {
    const first = sources.at(0);
    if (first === undefined || documentTypes[book.lines.type[stock.line[first]]].stock !== "convert")
      continue;
    const byItem = new Map<number, number[]>();
    for (const move of sources) byItem.set(itemOf(move), [...(byItem.get(itemOf(move)) ?? []), move]);
    for (const { move } of parts) {
      const own = byItem.get(itemOf(move));
      if (own !== undefined) repacked.set(move, own);
    }
  }
  return repacked;
}
