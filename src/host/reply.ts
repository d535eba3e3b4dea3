/** Why a request was not taken, or its answer not given: the number that Excel's web host has for it. */
export interface Refused {
  readonly number: number;
  readonly code: string;
  readonly status: number;
}

/** What the host answers a request: the result of the batch as JSON text, or why there is none. */
export type Reply = { readonly text: string } | { readonly refused: Refused };

/** Someone is typing into a cell. */
export const editingCell: Refused = { number: 5004, code: "InvalidOperationInCellEditMode", status: 400 };

/** The request is too long for Excel on the web; nothing of it was done. */
export const requestTooLarge: Refused = {
  number: 5103,
  code: "RequestPayloadSizeLimitExceeded",
  status: 400,
};

/** The answer is too long for Excel on the web; what was asked is done all the same. */
export const responseTooLarge: Refused = {
  number: 5104,
  code: "ResponsePayloadSizeLimitExceeded",
  status: 400,
};
