/** How grave a finding is: an error keeps a document from being posted. */
export type Severity = "error" | "warning" | "info";
