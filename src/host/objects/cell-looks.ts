import type { CellLook, Horizontal, LookChange } from "../../engine/cell-look";
import { refusal } from "../host-error";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import { type Json, textIn } from "../wire/json";
import { common } from "./common-value";
import type { Kind, Scalar } from "./kind";
import { restyle } from "./restyle";
import { usedArea } from "./used-area";
import { intersection } from "../../engine/address";

const alignments: ReadonlyMap<Horizontal, string> = new Map([
  ["general", "General"],
  ["left", "Left"],
  ["center", "Center"],
  ["right", "Right"],
  ["fill", "Fill"],
  ["justify", "Justify"],
  ["centerContinuous", "CenterAcrossSelection"],
  ["distributed", "Distributed"],
]);

/** How the content of cells stands; where cells differ, the answer is null. */
export const alignment: Readonly<Record<string, Scalar<Place>>> = {
  HorizontalAlignment: looking(({ horizontal }) => alignments.get(horizontal) ?? null, alignedBy),
  WrapText: looking(
    ({ wrap }) => wrap,
    (value) => ({ wrap: value === true }),
  ),
};

/** The letters of cells. */
export const rangeFont: Kind<Place> = {
  scalars: {
    Bold: looking(
      ({ bold }) => bold,
      (value) => ({ bold: value === true }),
    ),
    Italic: looking(
      ({ italic }) => italic,
      (value) => ({ italic: value === true }),
    ),
    Color: looking(
      ({ fontColor }) => `#${fontColor ?? "000000"}`,
      (value) => ({ fontColor: colorIn(value) }),
    ),
  },
};

/** What is behind the letters; without any it is white. */
export const rangeFill: Kind<Place> = {
  scalars: {
    Color: looking(
      ({ fill }) => `#${fill ?? "FFFFFF"}`,
      (value) => ({ fill: colorIn(value) }),
    ),
  },
  methods: {
    Clear: (place, _given, session) => {
      restyle(session, place, { fill: null });
      return null;
    },
  },
};

/** Whether cells can be written while their sheet is protected. */
export const formatProtection: Kind<Place> = {
  scalars: {
    Locked: looking(
      ({ locked }) => locked,
      (value) => ({ locked: value === true }),
    ),
  },
};

function looking(read: (look: CellLook) => Json, change: (value: Json) => LookChange): Scalar<Place> {
  return {
    get: (place, session) => common(stylesOf(place), (style) => read(session.book.styles.look(style))),
    set: (place, value, session: Session) => restyle(session, place, change(value)),
  };
}

/** The style of each cell; of whole columns those in use. */
function* stylesOf({ sheet, area }: Place): Iterable<number> {
  const used = usedArea(sheet, false);
  const cells = used === null ? null : intersection(area, used);
  if (cells === null) yield sheet.style(area.top, area.left);
  const { top, left, bottom, right } = cells ?? { ...area, bottom: area.top - 1 };
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) yield sheet.style(row, column);
  }
}

function alignedBy(value: Json): LookChange {
  const [found = null] = [...alignments].find(([, word]) => word === value) ?? [];
  if (found === null) throw refusal("InvalidArgument", `There is no alignment ${textIn(value)}.`);
  return { horizontal: found };
}

const named: Readonly<Partial<Record<string, string>>> = {
  black: "000000",
  white: "FFFFFF",
  red: "FF0000",
  green: "008000",
  blue: "0000FF",
  yellow: "FFFF00",
  orange: "FFA500",
  gray: "808080",
};

/** RRGGBB of `#RRGGBB` or of one of the common names. */
function colorIn(value: Json): string {
  const text = textIn(value);
  const [, hex = named[text.toLowerCase()]] = /^#?([\dA-F]{6})$/i.exec(text) ?? [];
  if (hex === undefined) throw refusal("InvalidArgument", `"${text}" is no colour of this host.`);
  return hex.toUpperCase();
}
