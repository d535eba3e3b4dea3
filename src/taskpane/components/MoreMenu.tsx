import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { useIsReadOnly, useWords } from "../hooks/pane-world";
import { useFocusWhenOver } from "../hooks/use-focus-when-over";

/** What is done seldom, each in a dialog of its own. */
export const DEEDS = ["correct", "months", "verify"] as const;
/** One of them. */
export type Deed = (typeof DEEDS)[number];
/** What changes nothing unless it is asked to. */
const LOOKING: ReadonlySet<Deed> = new Set<Deed>(["verify"]);

const useStyles = makeStyles({ button: { marginLeft: "auto", marginBlock: "-6px", minWidth: "32px" } });

/** The menu of what is done seldom; the keyboard comes back to it when that is over. */
export function MoreMenu(props: {
  /** The one that is under way. */
  readonly deed: Deed | null;
  readonly begin: (deed: Deed) => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const isReadOnly = useIsReadOnly();
  const whereLeft = useFocusWhenOver(props.deed !== null);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={whereLeft}
          className={styles.button}
          appearance="subtle"
          icon={<MoreHorizontal20Regular />}
          aria-label={words.deeds.label}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {DEEDS.map((deed) => (
            <MenuItem
              key={deed}
              disabled={isReadOnly && !LOOKING.has(deed)}
              onClick={() => props.begin(deed)}
            >
              {words.deeds[deed]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
