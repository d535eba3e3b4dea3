import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Warning24Regular } from "@fluentui/react-icons/svg/warning";
import { Component, type ReactNode, useState } from "react";
import type { Language } from "../../domain/kernel/title";
import { wordsIn } from "../hooks/pane-world";
import { Notice } from "./Notice";

const useStyles = makeStyles({
  root: { overflowY: "auto", flex: 1, minHeight: 0 },
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxHeight: "200px",
    overflow: "auto",
    textAlign: "start",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    userSelect: "text",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What is told of a defect, and by what means. */
interface DefectProps {
  readonly language: Language;
  readonly version: string;
  readonly copy: (text: string) => Promise<void>;
  readonly restart: () => void;
}

interface Broken {
  readonly thrown: unknown;
}

/** Shows what went wrong in the program itself, and what to report, where nothing else can be shown. */
export class Defect extends Component<
  DefectProps & { readonly children: ReactNode },
  { broken: Broken | null }
> {
  override state: { broken: Broken | null } = { broken: null };

  static getDerivedStateFromError(thrown: unknown): { broken: Broken } {
    return { broken: { thrown } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    return broken === null ? this.props.children : <Report {...this.props} thrown={broken.thrown} />;
  }
}

function reportOf(thrown: unknown, version: string): string {
  const what =
    thrown instanceof Error ? (thrown.stack ?? `${thrown.name}: ${thrown.message}`) : String(thrown);
  return `Taizhang ${version}\n${navigator.userAgent}\n${what}`;
}

function Report({ language, version, copy, restart, thrown }: DefectProps & Broken) {
  const styles = useStyles();
  const { words } = wordsIn(language);
  const [said, say] = useState("");
  const text = reportOf(thrown, version);
  const copied = async (): Promise<void> => {
    try {
      await copy(text);
      say(words.defect.copied);
    } catch {
      say(words.defect.copyFailed);
    }
  };
  return (
    <main className={styles.root} role="alert">
      <Notice
        icon={<Warning24Regular />}
        tone="bad"
        title={words.defect.title}
        text={words.defect.text}
        isWhole
      >
        <pre className={styles.text} tabIndex={0} aria-label={words.defect.details}>
          {text}
        </pre>
        <Button onClick={() => void copied()}>{words.defect.copy}</Button>
        <span role="status">{said}</span>
        <Button appearance="primary" onClick={restart}>
          {words.defect.again}
        </Button>
      </Notice>
    </main>
  );
}
