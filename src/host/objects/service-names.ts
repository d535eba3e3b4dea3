import type { Thing } from "./thing";

/** The services that office.js makes by their full names. */
export const services: ReadonlyMap<string, Thing> = new Map<string, Thing>([
  ["Microsoft.AppRuntime.AppRuntimePersistenceService", { kind: "AppRuntimePersistenceService", self: null }],
  ["Microsoft.AppRuntime.AppRuntimeService", { kind: "AppRuntimeService", self: null }],
  ["Microsoft.DynamicRibbon.DynamicRibbon", { kind: "DynamicRibbon", self: null }],
  ["Microsoft.ExcelServices.CustomFunctions", { kind: "CustomFunctions", self: null }],
  ["Microsoft.InternalService.AddinInternalService", { kind: "AddinInternalService", self: null }],
]);
