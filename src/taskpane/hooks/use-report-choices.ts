import { useEffect, useState } from "react";
import {
  columnValues,
  type PivotRegister,
  reportChoices,
  type ReportChoices,
} from "../../app/report-choices";
import { useBookState, usePaneWorld } from "./pane-world";

const NONE: ReportChoices = {
  members: { items: [], warehouses: [], partners: [], accounts: [] },
  columns: { sales: [], purchases: [] },
};

/** What reports can be asked for in the open book; nothing until it is known. */
export function useReportChoices(): ReportChoices {
  const { book } = usePaneWorld();
  const { revision } = useBookState();
  const [choices, setChoices] = useState(NONE);
  useEffect(() => {
    const effect = { isOver: false };
    void book.act("choices", reportChoices).then(({ value }) => {
      if (value !== null && !effect.isOver) setChoices(value);
    });
    return () => {
      effect.isOver = true;
    };
  }, [book, revision]);
  return choices;
}

/** The values that stand in a column of a register; nothing until they are known. */
export function useColumnValues(register: PivotRegister, column: string): readonly string[] {
  const { book } = usePaneWorld();
  const [known, setKnown] = useState<{ readonly of: string; readonly values: readonly string[] } | null>(
    null,
  );
  const of = `${register} ${column}`;
  useEffect(() => {
    const effect = { isOver: false };
    void book
      .act("choices", (desk) => columnValues(desk, register, column))
      .then(({ value }) => {
        if (value !== null && !effect.isOver) setKnown({ of: `${register} ${column}`, values: value.values });
      });
    return () => {
      effect.isOver = true;
    };
  }, [book, register, column]);
  return known?.of === of ? known.values : [];
}
