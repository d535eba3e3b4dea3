import type { Kind } from "./kind";

/** The language and country whose ways of writing hold. */
export const cultureInfo: Kind<null> = {
  scalars: { Name: { get: (_self, { locale }) => locale } },
  ways: {
    NumberFormat: () => ({ kind: "NumberFormatInfo", self: null }),
    DatetimeFormat: () => ({ kind: "DatetimeFormatInfo", self: null }),
  },
};

/** How numbers are written. */
export const numberFormatInfo: Kind<null> = {
  scalars: {
    NumberDecimalSeparator: { get: () => "." },
    NumberGroupSeparator: { get: () => "," },
  },
};

/** How dates and times are written. */
export const datetimeFormatInfo: Kind<null> = {
  scalars: {
    DateSeparator: { get: () => "/" },
    TimeSeparator: { get: () => ":" },
    ShortDatePattern: { get: (_self, { locale }) => (locale === "zh-CN" ? "yyyy/M/d" : "M/d/yyyy") },
    LongDatePattern: {
      get: (_self, { locale }) => (locale === "zh-CN" ? "yyyy年M月d日" : "dddd, MMMM d, yyyy"),
    },
    LongTimePattern: { get: (_self, { locale }) => (locale === "zh-CN" ? "H:mm:ss" : "h:mm:ss tt") },
  },
};
