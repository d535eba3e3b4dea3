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
export const runtime: Kind<null> = { scalars: {} };
