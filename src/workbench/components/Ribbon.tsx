import { type ReactElement, useState } from "react";
import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowRedo24Regular } from "@fluentui/react-icons/svg/arrow-redo";
import { ArrowUndo24Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { useFact } from "../hooks/use-revision";
import type { ManifestRibbon, RibbonButton } from "../ribbon/manifest-ribbon";
import type { Session } from "../screen/session";

/** Milliseconds until a tip lies over what is below the button: whoever only passes by sees none. */
const TIP_AFTER = 700;

interface RibbonProps {
  readonly session: Session;
  readonly ribbon: ManifestRibbon;
  readonly onPress: (button: RibbonButton) => void;
}

/** Undo and redo, and the group of buttons that the add-in's manifest asks for. */
export function Ribbon({ session, ribbon, onPress }: RibbonProps): ReactElement {
  const { screen, words } = session;
  const { host } = screen.file;
  const isOff = (id: string): boolean => !host.ribbon.isEnabled(id);
  useFact(screen, () => idsIn(ribbon.buttons).filter(isOff).join(" "));
  return (
    <div className="ribbon" role="toolbar" aria-label={words.ribbon}>
      <UndoRedo session={session} />
      <div className="group" role="group" aria-label={ribbon.group}>
        {ribbon.buttons.map((button) =>
          "items" in button.action ? (
            <MenuOf
              key={button.id}
              button={button}
              items={button.action.items}
              onPress={onPress}
              isOff={isOff}
            />
          ) : (
            <Explained key={button.id} button={button} isOff={isOff(button.id)} onPress={onPress} />
          ),
        )}
      </div>
    </div>
  );
}

interface ExplainedProps {
  readonly button: RibbonButton;
  readonly isOff: boolean;
  readonly onPress: (button: RibbonButton) => void;
}

/** A button with its tip, which is gone once the button is pressed. */
function Explained({ button, isOff, onPress }: ExplainedProps): ReactElement {
  const [isTold, tell] = useState(false);
  const press = (): void => {
    tell(false);
    onPress(button);
  };
  return (
    <Tooltip
      content={button.tip}
      relationship="description"
      showDelay={TIP_AFTER}
      visible={isTold}
      onVisibleChange={(_, { visible }) => tell(visible)}
    >
      <Button
        appearance="subtle"
        icon={<img src={button.icon} alt="" />}
        disabled={isOff}
        onPointerDown={() => tell(false)}
        onClick={press}
      >
        {button.label}
      </Button>
    </Tooltip>
  );
}

function idsIn(buttons: readonly RibbonButton[]): readonly string[] {
  return buttons.flatMap(({ id, action }) => [id, ...("items" in action ? idsIn(action.items) : [])]);
}

function UndoRedo({ session: { screen, deeds, words } }: { readonly session: Session }): ReactElement {
  const { journal } = screen.file;
  const canUndo = useFact(screen, () => journal.undoes !== null);
  const canRedo = useFact(screen, () => journal.redoes !== null);
  return (
    <>
      <Tooltip content={words.undo} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowUndo24Regular />}
          disabledFocusable={!canUndo}
          onClick={deeds.undo}
        />
      </Tooltip>
      <Tooltip content={words.redo} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowRedo24Regular />}
          disabledFocusable={!canRedo}
          onClick={deeds.redo}
        />
      </Tooltip>
    </>
  );
}

interface MenuOfProps {
  readonly button: RibbonButton;
  readonly items: readonly RibbonButton[];
  readonly onPress: (button: RibbonButton) => void;
  readonly isOff: (id: string) => boolean;
}

function MenuOf({ button, items, onPress, isOff }: MenuOfProps): ReactElement {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<img src={button.icon} alt="" />}>
          {button.label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {items.map((item) => (
            <MenuItem
              key={item.id}
              icon={<img src={item.icon} alt="" />}
              disabled={isOff(item.id)}
              onClick={() => onPress(item)}
            >
              {item.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
