import { eventTypes, type EventType } from "../events/event-types";
import type { Session } from "../session/session";
import type { Kind } from "./kind";

/** The events of sheets, as sheets and their collection register them. */
export const sheetEvents: Readonly<Record<string, EventType>> = {
  DataChangedEvent: eventTypes.worksheetChanged,
  ActivatedEvent: eventTypes.worksheetActivated,
  DeactivatedEvent: eventTypes.worksheetDeactivated,
  SelectionChangedEvent: eventTypes.worksheetSelectionChanged,
  CalculatedEvent: eventTypes.worksheetCalculated,
  FormatChangedEvent: eventTypes.worksheetFormatChanged,
  RowSortedEvent: eventTypes.worksheetRowSorted,
  RowHiddenChangedEvent: eventTypes.worksheetRowHiddenChanged,
  ProtectionChangedEvent: eventTypes.worksheetProtectionChanged,
  EventNameChanged: eventTypes.worksheetNameChanged,
  EventVisibilityChanged: eventTypes.worksheetVisibilityChanged,
};

/** The methods with which office.js asks to hear events of a kind, and no longer. */
export function registering<T>(
  events: Readonly<Record<string, EventType>>,
  target: (self: T, session: Session) => string,
): NonNullable<Kind<T>["methods"]> {
  const methods: Record<string, NonNullable<Kind<T>["methods"]>[string]> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}`] = (self, _given, session) => {
      session.listened.register(type, target(self, session));
      return null;
    };
    methods[`_Unregister${name}`] = (self, _given, session) => {
      session.listened.unregister(type, target(self, session));
      return null;
    };
  }
  return methods;
}
