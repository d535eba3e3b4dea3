/** The browser of the tests; throws a sentence where there is none. */
export function findBrowser(): string;
