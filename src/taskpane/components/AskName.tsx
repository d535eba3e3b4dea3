import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type RefObject, useRef, useState } from "react";
import { useBookState, usePaneWorld, useWords } from "../hooks/pane-world";

const useStyles = makeStyles({
  name: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
});

/** What is written into the book bears a name: nothing of it is done before somebody gave one. */
export interface Naming {
  /** It was tried to do it without. */
  readonly isMissed: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Does it where there is a name, else asks for one. */
  readonly named: (deed: () => void) => void;
}

/** Whether somebody has said who works here, for the deeds of one dialog. */
export function useNaming(): Naming {
  const { user } = useBookState();
  const [isMissed, miss] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const named = (deed: () => void): void => {
    if (user !== "") deed();
    else {
      miss(true);
      field.current?.focus();
    }
  };
  return { isMissed, field, named };
}

/** Asks for the name that will stand in the documents, where none is known yet. */
export function AskName({ naming }: { readonly naming: Naming }) {
  const styles = useStyles();
  const { book } = usePaneWorld();
  const { user } = useBookState();
  const { words } = useWords();
  const [isAsked] = useState(user === "");
  const [typed, type] = useState("");
  if (!isAsked) return null;
  const missed = naming.isMissed && user === "" ? { validationMessage: words.preview.nameless } : {};
  return (
    <Field className={styles.name} label={words.user.label} hint={words.user.hint} required {...missed}>
      <Input
        input={{ ref: naming.field }}
        value={typed}
        maxLength={40}
        onChange={(_, { value }) => type(value)}
        onBlur={() => book.setUser(typed)}
      />
    </Field>
  );
}
