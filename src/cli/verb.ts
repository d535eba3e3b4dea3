import type { Listed } from "../app/listed";
import type { OptionDefinition, Options } from "../app/options";
import type { Checked } from "../domain/kernel/checked";
import type { Title } from "../domain/kernel/title";
import type { Session } from "./session";

/** One thing the command line can be asked: in a terminal and as a step of a run. */
export interface Verb {
  readonly verb: string;
  readonly title: Title;
  readonly takes: readonly OptionDefinition[];
  /** Whether a book has to be open; `makes` begins one, `none` looks at no book. */
  readonly book: "needs" | "makes" | "none";
  /** Its answer is worth having even where the book cannot be written. */
  readonly tells?: true;
  /** What it can be asked for by name. */
  readonly lists?: readonly Listed[];
  perform(session: Session, options: Options): Promise<Checked<object | null>>;
}
