import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXL}`,
  },
  sign: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    width: "56px",
    height: "56px",
    borderRadius: tokens.borderRadiusCircular,
    marginBottom: tokens.spacingVerticalS,
    fontSize: "28px",
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
  },
  good: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground1 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  plain: {},
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    maxWidth: "340px",
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase400,
    textWrap: "pretty",
  },
  actions: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
    width: "100%",
    maxWidth: "340px",
  },
});

/** What a screen says that has nothing else to show: a sign, a heading, a sentence, what can be done. */
export function Notice(props: {
  readonly icon: ReactElement;
  readonly tone?: "good" | "bad" | "plain";
  readonly title: string;
  readonly text?: string;
  /** It is the whole screen, not a part of one. */
  readonly isWhole?: boolean;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { icon, tone = "plain", title, text, isWhole = false, children } = props;
  const Heading = isWhole ? "h1" : "h2";
  return (
    <div className={styles.root}>
      <span className={mergeClasses(styles.sign, styles[tone])} aria-hidden>
        {icon}
      </span>
      <Heading className={styles.title}>{title}</Heading>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
