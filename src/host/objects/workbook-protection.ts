import { refusal } from "../host-error";
import type { Kind } from "./kind";

/** Whether sheets may be added, renamed, moved or deleted. The host keeps no passwords, and no file does. */
export const workbookProtection: Kind<null> = {
  scalars: { Protected: { get: (_self, { runtime }) => runtime.isStructureProtected } },
  methods: {
    Protect: (_self, given, { runtime }) => {
      if (given.isGiven(0)) throw refusal("NotImplemented", "This host keeps no passwords.");
      if (runtime.isStructureProtected) throw refusal("InvalidOperation", "It is protected already.");
      runtime.isStructureProtected = true;
      return null;
    },
    Unprotect: (_self, _given, { runtime }) => {
      runtime.isStructureProtected = false;
      return null;
    },
  },
};
