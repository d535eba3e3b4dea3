import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import { Book20Regular } from "@fluentui/react-icons/svg/book";
import { LocalLanguage20Regular } from "@fluentui/react-icons/svg/local-language";
import type { Language } from "../../domain/kernel/title";
import { usePaneWorld, useWords } from "../hooks/pane-world";
import { UserName } from "./UserName";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalL}`,
  },
  mark: { color: tokens.colorBrandForeground1, display: "inline-flex", marginRight: "6px" },
  name: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["zh-CN", "中文"],
  ["en-US", "English"],
];

/** Which book is open, who works on it, and in which language the pane speaks. */
export function Header() {
  const styles = useStyles();
  const { host } = usePaneWorld();
  const { words } = useWords();
  return (
    <header className={styles.root}>
      <span className={styles.mark} aria-hidden>
        <Book20Regular />
      </span>
      <h1 className={styles.name} title={host.bookName}>
        {host.bookName === "" ? words.product : host.bookName}
      </h1>
      <UserName />
      <LanguageMenu />
    </header>
  );
}

function LanguageMenu() {
  const { book } = usePaneWorld();
  const { language, words } = useWords();
  return (
    <Menu checkedValues={{ language: [language] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<LocalLanguage20Regular />} aria-label={words.language} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {LANGUAGES.map(([code, name]) => (
            <MenuItemRadio key={code} name="language" value={code} onClick={() => book.setLanguage(code)}>
              <span lang={code}>{name}</span>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
