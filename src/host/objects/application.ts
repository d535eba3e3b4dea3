import { tellChanges } from "../events/tell-changes";
import { refusal } from "../host-error";
import type { Kind } from "./kind";

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

/** Excel itself. */
export const application: Kind<null> = {
  scalars: {
    CalculationMode: {
      get: (_self, session) => session.calculation.mode,
      set: (_self, value, session) => {
        const mode = modes.find((one) => one === value);
        if (mode === undefined) throw refusal("InvalidArgument", "There is no such calculation mode.");
        session.calculation.mode = mode;
      },
    },
    CalculationState: { get: () => "Done" },
    DecimalSeparator: { get: () => "." },
    ThousandsSeparator: { get: () => "," },
    UseSystemSeparators: { get: () => true },
  },
  ways: { CultureInfo: () => ({ kind: "CultureInfo", self: null }) },
  methods: {
    Calculate: (_self, _given, { calculation, changes }) => {
      changes.settle();
      calculation.calculate();
      return null;
    },
    SuspendApiCalculationUntilNextSync: (_self, _given, { calculation }) => {
      calculation.suspend();
      return null;
    },
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

/** How the add-in runs. */
export const runtime: Kind<null> = {
  scalars: {
    EnableEvents: {
      get: (_self, session) => session.runtime.enableEvents,
      set: (_self, value, session) => {
        // What happened until now is told, or not, as was said until now.
        tellChanges(session, "add-in");
        session.runtime.enableEvents = value === true;
      },
    },
  },
};
