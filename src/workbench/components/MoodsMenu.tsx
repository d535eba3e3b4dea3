import type { ReactElement } from "react";
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { useRevision } from "../hooks/use-revision";
import { type Trouble, Troubles } from "../screen/troubles";
import type { Session } from "../screen/session";

const TROUBLES: readonly Trouble[] = ["payload", "readOnly", "protected", "slow"];

/** Lets the host be as awkward as Excel can be, to see that the add-in bears it. */
export function MoodsMenu({ session }: { readonly session: Session }): ReactElement {
  const { screen, words } = session;
  useRevision(screen);
  const troubles = new Troubles(session);
  return (
    <Menu
      checkedValues={{ moods: [...troubles.present()] }}
      onCheckedValueChange={(_, { checkedItems }) => troubles.set(checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="transparent" className="on-brand">
          {words.developer}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{words.mood.title}</MenuGroupHeader>
            {TROUBLES.map((trouble) => (
              <MenuItemCheckbox key={trouble} name="moods" value={trouble}>
                {words.mood[trouble]}
              </MenuItemCheckbox>
            ))}
          </MenuGroup>
          <MenuDivider />
          {[1, 5, 20].map((action) => (
            <MenuItem key={action} onClick={() => troubles.failAt(action)}>
              {words.mood.fail(action)}
            </MenuItem>
          ))}
          <MenuItem onClick={() => troubles.secondClient()}>{words.mood.second}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
