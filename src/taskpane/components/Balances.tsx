import { makeStyles, mergeClasses, SearchBox, Tab, TabList, tokens } from "@fluentui/react-components";
import { Box24Regular } from "@fluentui/react-icons/svg/box";
import { Search24Regular } from "@fluentui/react-icons/svg/search";
import { useMemo, useState } from "react";
import type { BalanceLists } from "../../domain/reports/balance-lists";
import type { Shown } from "../../open-book/book-state";
import { useBookState, usePaneWorld, useWords } from "../hooks/pane-world";
import { usePage } from "../hooks/use-page";
import { balanceRows, type BalanceKind, type BalanceRow, found, lineOf } from "./balance-rows";
import { BalanceTotals } from "./BalanceTotals";
import { Notice } from "./Notice";
import { Pager } from "./Pager";
import { useRowStyles } from "./row-styles";
import { RowsBehind } from "./RowsBehind";

const KINDS: readonly BalanceKind[] = ["stock", "partners", "accounts"];

const useStyles = makeStyles({
  kinds: { paddingInline: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
  missed: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, textWrap: "pretty" },
  search: { margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
  box: { width: "100%", maxWidth: "none" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  figures: { display: "flex", flexDirection: "column", alignItems: "flex-end" },
});

interface Looking {
  readonly kind: BalanceKind;
  /** The line looked into; null = the list. */
  readonly key: string | null;
  /** The line last looked into, where the list begins again. */
  readonly from: string | null;
  readonly asked: Shown;
}

function begun(asked: Shown, lists: BalanceLists | null, before: Looking | null): Looking {
  const { balance } = asked;
  if (balance === null || lists === null)
    return { kind: before?.kind ?? "stock", key: null, from: null, asked };
  return { ...lineOf(balance, lists), from: null, asked };
}

/** What lies where, who owes what, how much money there is; each line opens the rows that make it up. */
export function Balances() {
  const styles = useStyles();
  const { book } = usePaneWorld();
  const { shown, revision } = useBookState();
  const { words } = useWords();
  const lists = useMemo(() => (revision < 0 ? null : book.balances()), [book, revision]);
  const [looking, look] = useState(() => begun(shown, lists, null));
  if (looking.asked !== shown) look(begun(shown, lists, looking));
  const { kind, key } = looking;
  const rows = useMemo(
    () => (lists === null ? [] : balanceRows(kind, lists, words.balances)),
    [kind, lists, words],
  );
  const line = rows.find((row) => row.key === key);
  const back = (): void => look({ ...looking, key: null, from: key });
  if (line !== undefined) return <RowsBehind line={line} back={back} />;
  return (
    <>
      <TabList
        size="small"
        className={styles.kinds}
        aria-label={words.balances.kind}
        selectedValue={kind}
        onTabSelect={(_, { value }) => {
          const chosen = KINDS.find((each) => each === value);
          if (chosen !== undefined) look({ ...looking, kind: chosen, key: null, from: null });
        }}
      >
        {KINDS.map((each) => (
          <Tab key={each} value={each}>
            {words.balances[each]}
          </Tab>
        ))}
      </TabList>
      <Missed isMissed={shown.isMissed} />
      {lists !== null && rows.length > 0 && <BalanceTotals kind={kind} />}
      <List key={kind} rows={rows} from={looking.from} open={(next) => look({ ...looking, key: next })} />
    </>
  );
}

/** Says why no rows are shown behind the cell that was asked for. */
function Missed({ isMissed }: { readonly isMissed: boolean }) {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <div role="status">{isMissed && <p className={styles.missed}>{words.balances.noneAtCursor}</p>}</div>
  );
}

function List(props: {
  readonly rows: readonly BalanceRow[];
  readonly from: string | null;
  readonly open: (key: string) => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const { rows, from, open } = props;
  const [typed, type] = useState("");
  const chosen = useMemo(() => found(rows, typed), [rows, typed]);
  const page = usePage(chosen);
  const { none, noneHint, notFound, notFoundHint, search } = words.balances;
  if (rows.length === 0)
    return (
      <div role="group" aria-label={none} tabIndex={0}>
        <Notice icon={<Box24Regular />} title={none} text={noneHint} />
      </div>
    );
  return (
    <>
      <div className={styles.search}>
        <SearchBox
          className={styles.box}
          value={typed}
          placeholder={search}
          aria-label={search}
          dismiss={{ "aria-label": words.balances.clear }}
          onChange={(_, { value }) => type(value)}
        />
      </div>
      {chosen.length === 0 && <Notice icon={<Search24Regular />} title={notFound} text={notFoundHint} />}
      <ul className={styles.list}>
        {page.shown.map((row) => (
          <Line key={row.key} row={row} isFrom={row.key === from} open={() => open(row.key)} />
        ))}
      </ul>
      <Pager page={page} />
    </>
  );
}

function Line(props: { readonly row: BalanceRow; readonly isFrom: boolean; readonly open: () => void }) {
  const rows = useRowStyles();
  const styles = useStyles();
  const { row, isFrom, open } = props;
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(rows.row, rows.pressable, rows.columns)}
        ref={(button) => {
          if (isFrom) button?.focus();
        }}
        onClick={open}
      >
        <span className={rows.wide}>
          {row.name}
          <br />
          <span className={rows.quiet}>{row.detail}</span>
        </span>
        <span className={styles.figures}>
          {row.figures.map(({ label, text, isNegative }, place) => (
            <span key={`${label} ${String(place)}`} className={rows.figure}>
              {label !== "" && <span className={rows.quiet}>{`${label} `}</span>}
              <span className={mergeClasses(isNegative && rows.negative)}>{text}</span>
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}
