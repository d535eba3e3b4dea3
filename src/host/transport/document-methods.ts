import type { ExcelHost } from "../excel-host";
import { isJsonList, isJsonObject, type Json, type JsonObject, listIn, textIn } from "../wire/json";
import type { FileSlices } from "./file-slices";

/** A method of `Office.context.document`: what it is asked, and its answer beside version and error. */
export type DocumentMethod = (data: JsonObject) => JsonObject;

/** The methods by their number on the wire. */
export function documentMethods(host: ExcelHost, file: FileSlices): ReadonlyMap<number, DocumentMethod> {
  return new Map<number, DocumentMethod>([
    [75, () => refreshed(host)],
    [76, (data) => saved(host, data["DdaSettingsMethod"] ?? null)],
    [77, (data) => file.open(Number(data["1"]))],
    [80, (data) => file.slice(Number(data["2"]), Number(data["3"]))],
    [81, (data) => file.close(Number(data["2"]))],
    [94, (data) => finished(host, Number(data["0"]))],
  ]);
}

function refreshed({ settings }: ExcelHost): JsonObject {
  const list = settings.entries().map(([name, value]) => ({ Name: name, Value: value }));
  return { Settings: list, Properties: { Settings: list } };
}

function saved({ settings }: ExcelHost, given: Json): JsonObject {
  const properties = isJsonObject(given) ? listIn(given["Properties"]) : [];
  settings.replace(properties.filter(isJsonList).map(([name, text]) => pair(textIn(name), textIn(text))));
  return {};
}

function finished({ commands }: ExcelHost, number: number): JsonObject {
  commands.finish(number);
  return {};
}

function pair(name: string, text: string): readonly [string, string] {
  return [name, text];
}
