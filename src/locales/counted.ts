/** So many of something in English: `1 draft`, `2 drafts`; of an irregular word both forms are given. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : more}`;
}
