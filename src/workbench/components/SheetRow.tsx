import { memo, type ReactElement, useState } from "react";
import { type CalculatedColumn, type RenderRowProps, Row } from "react-data-grid";
import { DrawnRow, type FrozenRow } from "../book/drawn-row";
import { useRevision } from "../hooks/use-revision";
import type { Session } from "../screen/session";
import { cellMark } from "./grid-columns";

type SheetRowProps = RenderRowProps<number, FrozenRow> & { readonly session: Session };

/** A row that scrolls: of its cells only those are drawn anew that show something else. */
export const SheetRow = memo(function SheetRow({
  session,
  viewportColumns,
  ...row
}: SheetRowProps): ReactElement {
  useRevision(session.screen);
  const [drawn] = useState(() => new DrawnRow<CalculatedColumn<number, FrozenRow>>());
  const columns = drawn.columns(viewportColumns, (column) => cellMark(session, column, row.row));
  return <Row {...row} viewportColumns={columns} />;
});
