import type { ReactElement } from "react";
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { WorkbenchWords } from "../../locales/workbench";
import type { Notice } from "../screen/deeds";

interface NoticeBarProps {
  readonly notice: Notice | null;
  readonly words: WorkbenchWords;
  readonly onDismiss: () => void;
}

/** What came of the last thing that was tried. */
export function NoticeBar({ notice, words, onDismiss }: NoticeBarProps): ReactElement | null {
  if (notice === null) return null;
  return (
    <MessageBar intent={notice.tone === "done" ? "success" : "warning"} className="notice" role="status">
      <MessageBarBody>{notice.text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={words.dismiss}
            icon={<Dismiss16Regular />}
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  );
}
