import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import type { PaneWords } from "../../locales/pane-zh-cn";
import { useWords } from "../hooks/pane-world";

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  body: { whiteSpace: "normal" },
  title: { display: "block" },
});

function featureOf({ host }: PaneWords, set: string): string {
  const known = new Map<string, string>(Object.entries(host.features));
  const feature = known.get(set);
  return feature === undefined ? set : `${feature} (${set})`;
}

/** What this version of Excel cannot do, in words, so that nobody looks for it. */
export function HostLacks({ missing }: { readonly missing: readonly string[] }) {
  const styles = useStyles();
  const { words } = useWords();
  const features = missing.map((set) => featureOf(words, set)).join(words.comma);
  return (
    <div className={styles.root}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle className={styles.title}>{words.host.lacks}</MessageBarTitle>
          {words.host.lacksHint(features)}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
