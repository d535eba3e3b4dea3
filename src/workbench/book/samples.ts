import type { Language } from "../../locales/workbench";

/** The CSV files of one sample in one language, file name → text. */
export type SampleFiles = ReadonlyMap<string, string>;

/** The samples that the server has. */
export interface Samples {
  readonly names: readonly string[];
  files(name: string, language: Language): SampleFiles;
}

/** The samples in what the server answers: name → language → file name → text. */
export function samplesIn(answer: unknown): Samples {
  const languagesOf = (name: string): unknown => membersOf(answer).get(name);
  return {
    names: [...membersOf(answer).keys()],
    files: (name, language) => {
      const files = membersOf(membersOf(languagesOf(name)).get(language));
      return new Map([...files].map(([file, text]) => [file, String(text)]));
    },
  };
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
