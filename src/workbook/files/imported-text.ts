/**
 * The text of a CSV file that some other program wrote: UTF-8, else the Chinese encoding that Excel saves in.
 */
export function importedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
