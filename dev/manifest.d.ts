/** The address without a slash at its end, or what is wrong with it, in both languages. */
export function addressOf(given: string | undefined): {
  readonly address?: string;
  readonly problem?: string;
};
/** The manifest for an address, from the one for development. */
export function manifestFor(text: string, address: string): string;
