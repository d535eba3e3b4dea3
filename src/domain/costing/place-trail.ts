import type { Costed } from "./costed";
import { BIN_SIGNS, CHANGES_VALUE, type Moves, NEUTRAL_IN, TRANSFER_IN } from "./moves";
import { Trail } from "./trail";

/** Moves, what they came to, and the place of each: a bin. */
export interface PlacedMoves {
  readonly moves: Moves;
  readonly costed: Pick<Costed, "qty" | "value">;
  readonly bin: Int32Array;
}

/** What happened to goods place by place, whatever their cost holds for: each bin is a cell. */
export function placeTrail({ moves, costed, bin }: PlacedMoves): Trail {
  const trail = new Trail();
  for (let move = 0; move < moves.count; move++) {
    const kind = moves.kind[move];
    const goods = {
      move,
      cell: bin[move],
      qty: Math.abs(costed.qty[move]),
      value: Math.abs(costed.value[move]),
    };
    if (CHANGES_VALUE[kind] === 1) trail.more(move, bin[move], costed.value[move]);
    if (goods.qty === 0) continue;
    const last = trail.count - 1;
    if (BIN_SIGNS[kind] < 0) trail.left(goods);
    else if (kind === TRANSFER_IN || kind === NEUTRAL_IN) trail.came(goods, { first: last, end: last + 1 });
    else trail.came(goods);
  }
  return trail;
}
