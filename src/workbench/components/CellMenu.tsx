import type { ReactElement } from "react";
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import type { RibbonButton } from "../ribbon/manifest-ribbon";
import type { Session } from "../screen/session";

/** Where on the page the menu of a cell was asked for. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface CellMenuProps {
  readonly session: Session;
  /** Null while it is closed. */
  readonly place: MenuPlace | null;
  readonly buttons: readonly RibbonButton[];
  readonly onPress: (button: RibbonButton) => void;
  readonly onClose: () => void;
}

/**
 * What the right button of the mouse opens on a cell: the add-in's entries, and rows put in and taken out.
 */
export function CellMenu({ session, place, buttons, onPress, onClose }: CellMenuProps): ReactElement | null {
  if (place === null) return null;
  const { deeds, words } = session;
  const target = { getBoundingClientRect: () => new DOMRect(place.x, place.y, 0, 0) };
  return (
    <Menu open onOpenChange={onClose} positioning={{ target, position: "below", align: "start" }}>
      <MenuPopover>
        <MenuList>
          {buttons.map((button) => (
            <MenuItem
              key={button.id}
              icon={<img src={button.icon} alt="" width={20} />}
              onClick={() => onPress(button)}
            >
              {button.label}
            </MenuItem>
          ))}
          <MenuDivider />
          <MenuItem onClick={deeds.insertRows}>{words.insertRows}</MenuItem>
          <MenuItem onClick={deeds.deleteRows}>{words.deleteRows}</MenuItem>
          <MenuItem onClick={deeds.clear}>{words.clear}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
