import type { ReactElement } from "react";
import { columnName } from "../../engine/address";
import { useRevision } from "../hooks/use-revision";
import type { Screen } from "../screen/screen";

interface ColumnLetterProps {
  readonly screen: Screen;
  readonly column: number;
}

/** The letter above a column, marked while cells of it are selected. */
export function ColumnLetter({ screen, column }: ColumnLetterProps): ReactElement {
  useRevision(screen);
  const { left, right } = screen.selected.area;
  return (
    <span className={column >= left && column <= right ? "name named" : "name"}>{columnName(column)}</span>
  );
}
