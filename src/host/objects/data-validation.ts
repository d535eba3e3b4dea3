import { type Area, covers, overlaps } from "../../engine/address";
import type { Validation } from "../../engine/sheet-form";
import { setValidations } from "../../engine/sheet-settings";
import { edit } from "../session/edit";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import { isJsonObject, type Json, textIn } from "../wire/json";
import type { Kind } from "./kind";
import { without } from "./area-rest";
import { ruleOf, typeOf, validationBy, wordsOf } from "./validation-rule";

/** What may be typed into the cells of a range. */
export const dataValidation: Kind<Place> = {
  scalars: {
    Type: { get: (place) => typeOf(ofPlace(place)) },
    Rule: { get: (place) => ruleOf(ofPlace(place)), set: setRule },
    IgnoreBlanks: {
      get: (place) => ofPlace(place)?.refusesBlanks !== true,
      set: (place, value, session) => change(session, place, { refusesBlanks: value === false }),
    },
    ErrorAlert: { get: (place) => errorOf(ofPlace(place)), set: setError },
    Prompt: { get: (place) => promptOf(ofPlace(place)), set: setPrompt },
  },
  methods: {
    Clear: (place, _given, session) => {
      edit(session, { sheet: place.sheet, right: null }, () => setValidations(place.sheet, cleared(place)));
      return null;
    },
  },
};

/** The rule that holds for every cell of the range; null where none does. */
function ofPlace({ sheet, area }: Place): Validation | null {
  return sheet.validations.find(({ areas }) => areas.some((one) => covers(one, area))) ?? null;
}

/** The sheet's rules without those cells. */
function cleared({ sheet, area }: Place): readonly Validation[] {
  return sheet.validations
    .map((rule) => ({ ...rule, areas: rule.areas.flatMap((one) => rest(one, area)) }))
    .filter(({ areas }) => areas.length > 0);
}

function rest(area: Area, gone: Area): readonly Area[] {
  return overlaps(area, gone) ? without(area, gone) : [area];
}

function setRule(place: Place, value: Json, session: Session): void {
  if (!isJsonObject(value)) return;
  const before = ofPlace(place);
  const { error, prompt } = before ?? {};
  const words = { ...(error === undefined ? {} : { error }), ...(prompt === undefined ? {} : { prompt }) };
  replace(session, place, { ...validationBy(value), ...words });
}

function change(session: Session, place: Place, changed: Partial<Validation>): void {
  const before = ofPlace(place);
  if (before !== null) replace(session, place, { ...before, ...changed });
}

function replace(session: Session, place: Place, rule: Omit<Validation, "areas">): void {
  edit(session, { sheet: place.sheet, right: null }, () => {
    setValidations(place.sheet, [...cleared(place), { ...rule, areas: [place.area] }]);
  });
}

function setError(place: Place, value: Json, session: Session): void {
  const before = ofPlace(place);
  if (before === null) return;
  const { error: _gone, ...silent } = before;
  const isShown = isJsonObject(value) && value["showAlert"] !== false;
  replace(session, place, isShown ? { ...silent, error: wordsOf(value) } : silent);
}

function setPrompt(place: Place, value: Json, session: Session): void {
  if (!isJsonObject(value) || value["showPrompt"] === false) return;
  change(session, place, { prompt: { title: textIn(value["title"]), text: textIn(value["message"]) } });
}

const styles = { stop: "Stop", warning: "Warning", information: "Information" } as const;

function errorOf(rule: Validation | null): Json {
  const error = rule?.error;
  if (error === undefined) return { showAlert: false, style: "Stop", title: "", message: "" };
  return { showAlert: true, style: styles[error.style], title: error.title, message: error.text };
}

function promptOf(rule: Validation | null): Json {
  const prompt = rule?.prompt;
  if (prompt === undefined) return { showPrompt: false, title: "", message: "" };
  return { showPrompt: true, title: prompt.title, message: prompt.text };
}
