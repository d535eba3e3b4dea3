import { type ReactElement, useRef } from "react";
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { DocumentAdd20Regular } from "@fluentui/react-icons/svg/document-add";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { Table20Regular } from "@fluentui/react-icons/svg/table";
import type { WorkbenchWords } from "../../locales/workbench";
import type { Files } from "../hooks/use-files";

interface FileMenuProps {
  readonly words: WorkbenchWords;
  readonly files: Files;
  readonly samples: readonly string[];
}

/** New books, samples, opening and saving. */
export function FileMenu(props: FileMenuProps): ReactElement {
  const { words, files } = props;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="transparent" className="on-brand">
            {words.file}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <Entries {...props} onPick={() => picker.current?.click()} />
        </MenuPopover>
      </Menu>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept=".xlsx,.xlsm,.json,.csv"
        aria-label={words.open}
        onChange={({ target }) => {
          const picked = [...(target.files ?? [])];
          target.value = "";
          if (picked.length > 0) files.open(picked);
        }}
      />
    </>
  );
}

type EntriesProps = FileMenuProps & { readonly onPick: () => void };

function Entries({ words, files, samples, onPick }: EntriesProps): ReactElement {
  return (
    <MenuList>
      <MenuItem icon={<DocumentAdd20Regular />} onClick={() => files.begin(null)}>
        {words.blank}
      </MenuItem>
      {samples.map((sample) => (
        <MenuItem key={sample} icon={<Table20Regular />} onClick={() => files.begin(sample)}>
          {words.sample(sample)}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem icon={<FolderOpen20Regular />} onClick={onPick}>
        {words.open}
      </MenuItem>
      <MenuItem icon={<ArrowDownload20Regular />} onClick={() => files.save("xlsx")}>
        {words.save}
      </MenuItem>
      <MenuItem icon={<ArrowDownload20Regular />} onClick={() => files.save("json")}>
        {words.saveJson}
      </MenuItem>
    </MenuList>
  );
}
