import type { ExcelHost } from "../excel-host";
import type { Json } from "../wire/json";

/** How the pane is opened: what it is told of the workbook, the add-in and the language. */
export interface PaneOpening {
  /** Names the conversation; a fresh one each time the pane is opened. */
  readonly conversation: string;
  /** The add-in's id in its manifest. */
  readonly addIn: string;
  /** Where the workbook's page is: https, and of the same host name as the pane. */
  readonly hostUrl: string;
  /** `zh-CN` or `en-US`. */
  readonly locale: string;
  /** The workbook's file as `Office.context.document.url` says it. */
  readonly documentUrl: string;
}

/**
 * The name that the pane's frame must bear before it loads the pane: in it office.js finds that it is in
 * Excel on the web, and with whom to talk.
 */
export function frameName({ conversation, addIn, hostUrl, locale }: PaneOpening): string {
  const sharedRuntimeAndFunctions = 3;
  const host = [
    "Excel",
    "Web",
    "16.01",
    locale,
    conversation,
    "",
    "disableLogging",
    sharedRuntimeAndFunctions,
  ];
  return JSON.stringify({
    baseFrameName: "pane",
    hostInfo: host.join("|"),
    xdmInfo: [conversation, addIn, hostUrl].join("|"),
    serializerVersion: "1",
    flights: "[]",
  });
}

/** What office.js asks for first: the workbook, its settings, the sets that the host has. */
export function appContext(host: ExcelHost, opening: PaneOpening): Json {
  const { moods, settings } = host;
  return {
    _id: opening.addIn,
    _appName: 16,
    _appVersion: "16.00",
    _appMinorVersion: 0,
    _hostFullVersion: "16.0.0.0",
    _appUILocale: opening.locale,
    _dataLocale: opening.locale,
    _docUrl: opening.documentUrl,
    _clientMode: moods.isReadOnly ? 0 : 1,
    _settings: settings.entries(),
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _appInstanceId: opening.conversation,
    _addinName: "",
    _featureGates: {},
    _initialDisplayMode: 2,
    _requirementMatrix: JSON.stringify(moods.requirementSets),
  };
}
