import { tellChanges } from "../events/tell-changes";
import type { Kind } from "./kind";

/** Excel itself. */
export const application: Kind<null> = {
  scalars: {},
  methods: {
    SuspendApiCalculationUntilNextSync: () => null,
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
