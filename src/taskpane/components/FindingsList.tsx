import type { Finding } from "../../domain/kernel/finding";
import { makeStyles } from "@fluentui/react-components";
import { FindingItem } from "./FindingItem";

const useStyles = makeStyles({ list: { listStyleType: "none", margin: 0, padding: 0 } });

/** Findings one below the other, each with its table named; those alike are shown once. */
export function FindingsList({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} role="alert">
      {findings.map((found) => (
        <FindingItem key={JSON.stringify(found)} finding={found} isAlone />
      ))}
    </ul>
  );
}
