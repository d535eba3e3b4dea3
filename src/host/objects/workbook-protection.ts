import { refusal } from "../host-error";
import type { Kind } from "./kind";

/** Whether sheets may be added, renamed, moved or deleted. The host keeps no passwords, and no file does. */
export const workbookProtection: Kind<null> = {
  scalars: { Protected: { get: (_self, { moods }) => moods.isStructureProtected } },
  methods: {
    Protect: (_self, given, { moods }) => {
      if (given.isGiven(0)) throw refusal("NotImplemented", "This host keeps no passwords.");
      if (moods.isStructureProtected) throw refusal("InvalidOperation", "It is protected already.");
      moods.isStructureProtected = true;
      return null;
    },
    Unprotect: (_self, _given, { moods }) => {
      moods.isStructureProtected = false;
      return null;
    },
  },
};
