import type { Title } from "../domain/kernel/title";
import type { Answer, Desk } from "./desk";
import type { Listed } from "./listed";
import type { OptionDefinition, Options } from "./options";

/** Something a user does to the open book: its verb, what it is told, and how it is done. */
export interface Action {
  readonly verb: string;
  readonly title: Title;
  readonly takes: readonly OptionDefinition[];
  /** It looks at no book. */
  readonly bookless?: true;
  /** Its answer is worth having even where the book cannot be written. */
  readonly tells?: true;
  /** What it can be asked for by name, as its help tells. */
  readonly lists?: readonly Listed[];
  perform(desk: Desk, options: Options): Answer<object>;
}
