/** Milliseconds after which Excel is said not to answer; what comes later is still taken. */
const PATIENCE = 8000;

/** Calls something after so many milliseconds, unless it is stopped before. */
type After = (milliseconds: number, work: () => void) => () => void;

/** Waits for Excel to answer; where that takes too long, says so once and goes on waiting. */
export async function answered<T>(answer: Promise<T>, after: After, tooLong: () => void): Promise<T> {
  const stop = after(PATIENCE, tooLong);
  try {
    return await answer;
  } finally {
    stop();
  }
}

/** How an address is looked at, without its contents. */
type Look = (address: string, how: { readonly method: "HEAD" }) => Promise<Pick<Response, "ok" | "headers">>;

/**
 * The address of the workbench; null where there is none. It runs on the server that has office.js itself,
 * which a published add-in leaves to Microsoft.
 */
export async function workbenchHere(look: Look): Promise<string | null> {
  try {
    const { ok, headers } = await look("/office-js/office.js", { method: "HEAD" });
    return ok && /javascript/.test(headers.get("content-type") ?? "") ? "/" : null;
  } catch (refused) {
    if (refused instanceof TypeError) return null;
    throw refused;
  }
}
