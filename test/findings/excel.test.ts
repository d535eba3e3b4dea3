import { placeNames } from "../../src/app/place-names";
import { FINDING_CODES } from "../../src/domain/kernel/finding-codes";
import type { Language } from "../../src/domain/kernel/title";
import { sentence } from "../../src/locales/sentence";
import { tellings } from "../../src/locales/tellings";
import { excelCases, toldInExcel } from "./excel-case";

const languages: readonly Language[] = ["zh-CN", "en-US"];
const cases = excelCases.flatMap((of) => languages.map((language) => ({ code: of.code, of, language })));

describe.each(cases)(
  "$code in a workbook that is open in Excel, told in $language",
  ({ code, of, language }) => {
    it("is what is found, at its place, with its facts, in a whole sentence", async () => {
      const found = await toldInExcel(of, language);
      const place = of.place ?? { table: null, row: 0 };
      expect(found).toMatchObject({ code, severity: FINDING_CODES[code], ...place });
      for (const [fact, value] of Object.entries(of.facts))
        expect(String(found?.facts[fact])).toContain(value);
      const text = found === null ? "" : sentence(tellings[language], found, placeNames(language));
      for (const value of Object.values(of.facts)) expect(text).toContain(value);
      expect(text).not.toMatch(/undefined|null|NaN|—|\[object/);
      expect(text).toMatch(/[^.。][.。]$/);
      expect(text).not.toMatch(/made to fail|backup|备份/);
    });
  },
);
