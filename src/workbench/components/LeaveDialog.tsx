import type { ReactElement } from "react";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { WorkbenchWords } from "../../locales/workbench";
import type { Leaving } from "../hooks/use-files";

interface LeaveDialogProps {
  readonly words: WorkbenchWords;
  readonly leaving: Leaving;
  /** The user stays with the book. */
  readonly onStay: () => void;
}

/** Asks what becomes of changes that were not saved. */
export function LeaveDialog({ words, leaving, onStay }: LeaveDialogProps): ReactElement {
  const remain = (): void => {
    leaving.stay();
    onStay();
  };
  const { title, text, save, discard, stay } = words.leaving;
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => (open ? undefined : remain())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{text(leaving.name)}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={leaving.save}>
              {save}
            </Button>
            <Button onClick={leaving.discard}>{discard}</Button>
            <Button onClick={remain}>{stay}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
