import { actions } from "../app/index";
import { badStep } from "../app/options";
import { fileVerbs } from "./file-verbs";
import { deskOf } from "./session";
import type { Verb } from "./verb";

const actionVerbs = actions.map((action): Verb => ({
  ...action,
  book: action.bookless === true ? "none" : "needs",
  perform: async (session, options) => {
    const book = action.bookless === true ? session.surroundings.books.hold({}) : session.book;
    return book === null
      ? { value: null, findings: [badStep("BOOK", null, "book")] }
      : action.perform(deskOf(session, book), options);
  },
}));

/** All that the command line can be asked. */
export const verbs: readonly Verb[] = [...fileVerbs, ...actionVerbs];
