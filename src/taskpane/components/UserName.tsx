import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from "@fluentui/react-components";
import { Person20Regular } from "@fluentui/react-icons/svg/person";
import { type SubmitEvent, useState } from "react";
import { useBookState, usePaneWorld, useWords } from "../hooks/pane-world";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, width: "240px" },
  save: { alignSelf: "flex-end" },
});

/** Who works here, as declared on this device: shown as a button that opens a form of one field. */
export function UserName() {
  const { user } = useBookState();
  const { words } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover positioning="below-end" open={isOpen} onOpenChange={(_, { open }) => setOpen(open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<Person20Regular />} aria-label={words.settingsOf(user)} />
      </PopoverTrigger>
      <PopoverSurface aria-label={words.user.label}>
        <NameForm name={user} done={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}

function NameForm({ name, done }: { readonly name: string; readonly done: () => void }) {
  const styles = useStyles();
  const { book } = usePaneWorld();
  const { words } = useWords();
  const [typed, setTyped] = useState(name);
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    book.setUser(typed.trim());
    done();
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <Field label={words.user.label} hint={words.user.hint}>
        <Input value={typed} maxLength={40} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Button className={styles.save} appearance="primary" type="submit">
        {words.user.save}
      </Button>
    </form>
  );
}
