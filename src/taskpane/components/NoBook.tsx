import { Button, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { TableAdd24Regular } from "@fluentui/react-icons/svg/table-add";
import { useState } from "react";
import type { Language } from "../../domain/kernel/title";
import { useBookState, useIsReadOnly, usePaneWorld, useWords } from "../hooks/pane-world";
import { useFollowing } from "../hooks/use-posting";
import { Notice } from "./Notice";

/** A workbook without a book: says what would be made beside the user's own sheets, and makes it. */
export function NoBook() {
  const { book } = usePaneWorld();
  const isReadOnly = useIsReadOnly();
  const { busy } = useBookState();
  const { language, words } = useWords();
  const follow = useFollowing();
  const [chosen, choose] = useState<Language | null>(null);
  const written = chosen ?? language;
  return (
    <Notice icon={<TableAdd24Regular />} tone="good" title={words.none.title} text={words.none.text}>
      <Field label={words.none.language}>
        <RadioGroup
          layout="horizontal"
          value={written}
          onChange={(_, { value }) => choose(value === "en-US" ? "en-US" : "zh-CN")}
        >
          <Radio value="zh-CN" label="中文" />
          <Radio value="en-US" label="English" />
        </RadioGroup>
      </Field>
      <Button
        appearance="primary"
        size="large"
        disabled={isReadOnly}
        disabledFocusable={busy !== null}
        onClick={() => follow(book.create(written))}
      >
        {words.none.create}
      </Button>
    </Notice>
  );
}
