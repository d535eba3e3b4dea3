import { Button, Field, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DocumentTable20Regular } from "@fluentui/react-icons/svg/document-table";
import { TableAdd20Regular } from "@fluentui/react-icons/svg/table-add";
import { useState } from "react";
import { hasRows, reportSheetName, runReport } from "../../app/run-report";
import { titleIn } from "../../domain/kernel/title";
import { reports } from "../../domain/reports/index";
import type { ReportDefinition, ReportResult } from "../../domain/reports/report";
import { useBookState, useIsReadOnly, usePaneWorld, useWords } from "../hooks/pane-world";
import { useFollowing } from "../hooks/use-posting";
import { useReportChoices } from "../hooks/use-report-choices";
import { type FormFault, formFaults } from "../form-faults";
import { type FormValues, newForm, paramsOf } from "../report-form";
import { useFormStyles } from "./form-styles";
import { ParameterForm } from "./ParameterForm";
import { ReportPreview } from "./ReportPreview";

const useStyles = makeStyles({
  actions: { display: "flex", gap: tokens.spacingHorizontalS },
  grow: { flex: "1 1 auto", minWidth: 0, paddingInline: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  done: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    flexWrap: "wrap",
    color: tokens.colorBrandForeground1,
  },
  none: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, margin: 0 },
});

interface Asking {
  readonly report: ReportDefinition;
  readonly form: FormValues;
  readonly result: ReportResult | null;
  /** How often it was made. */
  readonly made: number;
  /** Whether it was written onto its sheet since it was last changed; `empty` = not, for it has no rows. */
  readonly written: "yes" | "no" | "empty";
}

function asking(report: ReportDefinition): Asking {
  return { report, form: newForm(report), result: null, made: 0, written: "no" };
}

/** Any report: chosen, asked, looked at in brief, written onto a sheet. */
export function Reports() {
  const styles = useFormStyles();
  const { host } = usePaneWorld();
  const choices = useReportChoices();
  const [now, ask] = useState(() => asking(reports[0]));
  const make = useMaking(now, ask);
  useOldAway(now, ask);
  const { report, form, result, written } = now;
  const faults = useFaults(report, form);
  return (
    <>
      <div className={styles.form}>
        <Picker report={report} choose={(chosen) => ask(asking(chosen))} />
        <ParameterForm
          key={report.code}
          report={report}
          form={form}
          choices={choices}
          today={host.today()}
          faults={faults}
          change={(changed) => ask({ ...now, form: { ...form, ...changed }, result: null, written: "no" })}
        />
        <Buttons make={make} isAskable={faults.size === 0} />
        <Written report={report} written={written} insist={() => make("all the same")} />
      </div>
      {result !== null && <ReportPreview key={now.made} result={result} report={report} />}
    </>
  );
}

function Picker(props: {
  readonly report: ReportDefinition;
  readonly choose: (report: ReportDefinition) => void;
}) {
  const { language, words } = useWords();
  const { report, choose } = props;
  const take = (code: string): void => {
    const chosen = reports.find((each) => each.code === code);
    if (chosen !== undefined) choose(chosen);
  };
  return (
    <Field label={words.reports.choose}>
      <Select value={report.code} onChange={(_, { value }) => take(value)}>
        {reports.map(({ code, title }) => (
          <option key={code} value={code}>
            {titleIn(language, title)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Says on which sheet the report stands now and goes there, or that it has no rows. */
function Written(props: {
  readonly report: ReportDefinition;
  readonly written: Asking["written"];
  readonly insist: () => void;
}) {
  const styles = useStyles();
  const { book } = usePaneWorld();
  const { language, bookLanguage } = useBookState();
  const { words } = useWords();
  const follow = useFollowing();
  const { report, written, insist } = props;
  const { reported, toSheet, emptyReport, writeEmpty } = words.outcome;
  return (
    <div role="status">
      {written === "yes" && (
        <p className={styles.done}>
          <CheckmarkCircle16Filled aria-hidden />
          {reported(reportSheetName(report.title, bookLanguage ?? language))}
          <Link as="button" onClick={() => follow(book.showReport(report))}>
            {toSheet}
          </Link>
        </p>
      )}
      {written === "empty" && (
        <p className={styles.none}>
          {emptyReport}
          <Link as="button" onClick={insist}>
            {writeEmpty}
          </Link>
        </p>
      )}
    </div>
  );
}

/**
 * What a report came to is gone from the pane once the book is another: it may come to something else now.
 */
function useOldAway(now: Asking, ask: (next: Asking) => void): void {
  const { revision } = useBookState();
  const [at, stand] = useState(revision);
  if (at === revision) return;
  stand(revision);
  if (now.result !== null) ask({ ...now, result: null, written: "no" });
}

/** What cannot be asked so; its field says why. */
function useFaults(report: ReportDefinition, form: FormValues): ReadonlyMap<string, FormFault> {
  const { book } = usePaneWorld();
  return formFaults(report, form, book.today());
}

function Buttons(props: { readonly make: (how: Making) => void; readonly isAskable: boolean }) {
  const { make, isAskable } = props;
  const styles = useStyles();
  const isReadOnly = useIsReadOnly();
  const { busy } = useBookState();
  const { words } = useWords();
  return (
    <div className={styles.actions}>
      <Button
        className={styles.grow}
        icon={<DocumentTable20Regular />}
        disabledFocusable={busy !== null || !isAskable}
        onClick={() => make("preview")}
      >
        {words.reports.make}
      </Button>
      <Button
        className={styles.grow}
        appearance="primary"
        icon={<TableAdd20Regular />}
        disabled={isReadOnly}
        disabledFocusable={busy !== null || !isAskable}
        onClick={() => make("onto its sheet")}
      >
        {words.reports.write}
      </Button>
    </div>
  );
}

/** To be looked at; onto its sheet where it has rows; onto its sheet even without. */
type Making = "preview" | "onto its sheet" | "all the same";

/** Makes the report that is asked for; where it is written, the workbook shows its sheet. */
function useMaking(now: Asking, ask: (next: Asking) => void): (how: Making) => void {
  const { book } = usePaneWorld();
  const follow = useFollowing();
  const { report, form } = now;
  const make = async (how: Making): Promise<void> => {
    const sheet = how !== "preview";
    const unlessEmpty = how !== "all the same";
    const asked = { code: report.code, params: paramsOf(form), sheet, unlessEmpty };
    const verb = sheet ? "report" : "show-report";
    const { value } = await book.act(verb, (desk) => runReport(desk, asked));
    if (value === null) return;
    const isWritten = sheet && (hasRows(value) || !unlessEmpty);
    const written = isWritten ? "yes" : sheet ? "empty" : "no";
    ask({ ...now, result: value, made: now.made + 1, written });
    if (isWritten) await book.showReport(report);
  };
  return (how) => follow(make(how));
}
