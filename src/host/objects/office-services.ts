import { listIn } from "../wire/json";
import type { Kind } from "./kind";

/** Whether the add-in starts with the workbook. */
export const appRuntimePersistenceService: Kind<null> = {
  methods: {
    SetAppRuntimeStartState: (_self, given, { pane }) => {
      pane.startsWithWorkbook = given.text(0) !== "Inactive";
      return null;
    },
    GetAppRuntimeStartState: (_self, _given, { pane }) =>
      pane.startsWithWorkbook ? "Background" : "Inactive",
  },
};

/** Whether the pane is seen. */
export const appRuntimeService: Kind<null> = {
  methods: {
    SetAppRuntimeState: (_self, given, { pane }) => {
      pane.show(given.text(0) === "Visible");
      return null;
    },
    GetAppRuntimeState: (_self, _given, { pane }) => (pane.isVisible ? "Visible" : "Background"),
  },
};

/** The add-in's buttons and tabs. */
export const dynamicRibbon: Kind<null> = {
  ways: {
    GetButton: (_self, given) => ({ kind: "RibbonButton", self: given.text(0) }),
    GetTab: (_self, given) => ({ kind: "RibbonTab", self: given.text(0) }),
  },
  methods: {
    ExecuteRequestUpdate: (_self, given, { ribbon }) => {
      ribbon.update(given.text(0));
      return null;
    },
  },
};

/** A button of the add-in's. */
export const ribbonButton: Kind<string> = {
  scalars: {
    Id: { get: (id) => id },
    Enabled: {
      get: (id, { ribbon }) => ribbon.isEnabled(id),
      set: (id, value, { ribbon }) => ribbon.enable(id, value === true),
    },
  },
  methods: {
    SetEnabled: (id, given, { ribbon }) => {
      ribbon.enable(id, given.flag(0));
      return null;
    },
  },
};

/** A tab of the add-in's. */
export const ribbonTab: Kind<string> = {
  scalars: { Id: { get: (id) => id } },
  methods: {
    SetVisibility: (id, given, { ribbon }) => {
      ribbon.show(id, given.flag(0));
      return null;
    },
  },
};

/** Where the add-in says that its ribbon functions are there. */
export const addinInternalService: Kind<null> = {
  methods: { NotifyActionHandlerReady: () => null },
};

/** Where the results of the add-in's worksheet functions come in. */
export const customFunctions: Kind<null> = {
  methods: {
    SetInvocationArrayResults: (_self, given, { functions }) => {
      functions.answered(listIn(given.json(0)));
      return null;
    },
    _SetOsfControlContainerReadyForCustomFunctions: (_self, _given, { functions }) => {
      functions.makeReady(true);
      return null;
    },
    _GetEnabledFeatures: () => [],
  },
};
