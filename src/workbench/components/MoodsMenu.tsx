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
import { useFact } from "../hooks/use-revision";
import { Troubles, TROUBLES } from "../screen/troubles";
import type { Session } from "../screen/session";

/** The first ones break off reading, the others the writing of a small book and of a large one. */
const FAILING: readonly number[] = [1, 5, 20, 60, 200, 400, 600];

/** Lets the host be as awkward as Excel can be, to see that the add-in bears it. */
export function MoodsMenu({ session }: { readonly session: Session }): ReactElement {
  const { screen, words } = session;
  const troubles = new Troubles(session);
  useFact(screen, () => [...troubles.present()].join(" "));
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
          {FAILING.map((action) => (
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
