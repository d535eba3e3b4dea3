import type { KeyboardEvent, PointerEvent, ReactElement } from "react";

/** How wide the pane may be, in pixels: as in Excel. */
export const paneWidths = { least: 320, first: 350, most: 450 } as const;

interface SplitterProps {
  readonly label: string;
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** Drags the border between the grid and the pane; with the keyboard, the arrows do. */
export function Splitter({ label, width, onWidth }: SplitterProps): ReactElement {
  const set = (wanted: number): void =>
    onWidth(Math.min(Math.max(wanted, paneWidths.least), paneWidths.most));
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  };
  const press = ({ key }: KeyboardEvent): void => {
    if (key === "ArrowLeft") set(width + 10);
    if (key === "ArrowRight") set(width - 10);
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={paneWidths.least}
      aria-valuemax={paneWidths.most}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
