import { parseJson } from "../wire/json";
import { refusal } from "../host-error";
import type { Kind } from "./kind";
import type { Thing } from "./thing";

const thing = (self: string): Thing => ({ kind: "Setting", self });

/** What add-ins keep in the workbook, by key. */
export const settingCollection: Kind<null> = {
  items: (_self, { settings }) => settings.entries().map(([key]) => thing(key)),
  item: (_self, key, { settings }) =>
    typeof key === "string" && settings.get(key) !== null ? thing(key) : null,
  ways: {
    Add: (_self, given, { settings }) => {
      const key = given.text(0);
      settings.set(key, JSON.stringify(given.json(1)));
      return thing(key);
    },
    GetItemOrNullObject: (_self, given, { settings }) => {
      const key = given.text(0);
      return settings.get(key) === null ? null : thing(key);
    },
  },
  methods: { GetCount: (_self, _given, { settings }) => settings.entries().length },
};

/** One thing kept. */
export const setting: Kind<string> = {
  id: (key) => key,
  scalars: {
    Key: { get: (key) => key },
    Value: {
      get: (key, { settings }) => parseJson(settings.get(key) ?? "null"),
      set: (key, value, { settings }) => settings.set(key, JSON.stringify(value)),
    },
  },
  methods: {
    Delete: (key, _given, { settings }) => {
      if (!settings.delete(key)) throw refusal("ItemNotFound", `There is no setting ${key}.`);
      return null;
    },
  },
};
