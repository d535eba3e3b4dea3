import type { Reply } from "../answers";
import type { Language } from "../../domain/kernel/title";
export function shown(reply: Reply, _language: Language): string {
  return JSON.stringify(reply.value) + "\n";
}
