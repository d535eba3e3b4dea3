import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DocumentTable20Regular } from "@fluentui/react-icons/svg/document-table";
import { TableAdd20Regular } from "@fluentui/react-icons/svg/table-add";
import { useState } from "react";
import { runReport } from "../../app/run-report";
import { type Title, titleIn } from "../../domain/kernel/title";
import { reports } from "../../domain/reports/index";
import type { ReportDefinition, ReportResult } from "../../domain/reports/report";
import { useBookState, usePaneWorld, useWords } from "../hooks/pane-world";
import { useFollowing } from "../hooks/use-posting";
import { useReportChoices } from "../hooks/use-report-choices";
import { type FormValues, newForm, paramsOf } from "../report-form";
import { ParameterForm } from "./ParameterForm";
import { ReportPreview } from "./ReportPreview";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  actions: { display: "flex", gap: tokens.spacingHorizontalS },
  grow: { flex: "1 1 auto", minWidth: 0, paddingInline: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  done: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorBrandForeground1,
  },
});

interface Asking {
  readonly report: ReportDefinition;
  readonly form: FormValues;
  readonly result: ReportResult | null;
  /** How often it was made. */
  readonly made: number;
  /** It was written onto its sheet since it was last changed. */
  readonly isWritten: boolean;
}

function asking(report: ReportDefinition): Asking {
  return { report, form: newForm(report), result: null, made: 0, isWritten: false };
}

/** Any report: chosen, asked, looked at in brief, written onto a sheet. */
export function Reports() {
  const styles = useStyles();
  const { host } = usePaneWorld();
  const choices = useReportChoices();
  const [now, ask] = useState(() => asking(reports[0]));
  const make = useMaking(now, ask);
  const { report, form, result, isWritten } = now;
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
          change={(changed) => ask({ ...now, form: { ...form, ...changed }, result: null, isWritten: false })}
        />
        <Buttons make={make} />
        <Written title={isWritten ? report.title : null} />
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

/** Says that the report stands on its sheet now. */
function Written({ title }: { readonly title: Title | null }) {
  const styles = useStyles();
  const { language, words } = useWords();
  return (
    <div role="status">
      {title !== null && (
        <p className={styles.done}>
          <CheckmarkCircle16Filled aria-hidden />
          {words.outcome.reported(titleIn(language, title))}
        </p>
      )}
    </div>
  );
}

function Buttons({ make }: { readonly make: (isWritten: boolean) => void }) {
  const styles = useStyles();
  const { host } = usePaneWorld();
  const { busy } = useBookState();
  const { words } = useWords();
  return (
    <div className={styles.actions}>
      <Button
        className={styles.grow}
        icon={<DocumentTable20Regular />}
        disabledFocusable={busy !== null}
        onClick={() => make(false)}
      >
        {words.reports.make}
      </Button>
      <Button
        className={styles.grow}
        appearance="primary"
        icon={<TableAdd20Regular />}
        disabled={host.isReadOnly}
        disabledFocusable={busy !== null}
        onClick={() => make(true)}
      >
        {words.reports.write}
      </Button>
    </div>
  );
}

/** Makes the report that is asked for, to be looked at, or onto its sheet as well. */
function useMaking(now: Asking, ask: (next: Asking) => void): (isWritten: boolean) => void {
  const { book } = usePaneWorld();
  const follow = useFollowing();
  const { report, form } = now;
  const make = async (isWritten: boolean): Promise<void> => {
    const asked = { code: report.code, params: paramsOf(form), sheet: isWritten };
    const verb = isWritten ? "report" : "show-report";
    const { value } = await book.act(verb, (desk) => runReport(desk, asked));
    if (value !== null) ask({ ...now, result: value, made: now.made + 1, isWritten });
  };
  return (isWritten) => follow(make(isWritten));
}
