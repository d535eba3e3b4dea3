import { type Lines, NONE, NO_WORD, ROLES, STATUSES, UNREAD_TYPE } from "../book/lines";
import type { Masters } from "../book/masters";
import type { Drafting } from "./drafting";
import { linesOf } from "./group";
import { documentTypes } from "./index";

const POSTED = STATUSES.indexOf("posted");
const CLOSED = STATUSES.indexOf("closed");
/** Places in the list of roles. */
const COMPONENT = ROLES.indexOf("component");
/** Of a product. */
export const PRODUCT = ROLES.indexOf("product");
/** Of labour and overhead, which lie nowhere. */
export const COST = ROLES.indexOf("cost");

/**
 * Whether a line of a conversion comes in: true in, false out, null neither (labour, overhead). A blank role
 * is a component's. Source: CONTRACT §2 ZX/CJ.
 */
export function comesIn({ role, type }: Lines, line: number): boolean | null {
  if (role[line] === COST) return null;
  const isProduct = role[line] === PRODUCT;
  return isProduct === (documentTypes[type[line]].comesIn === "product");
}

/**
 * Whether a line finishes the production job that it names: goods made that were closed, or a cost adjustment
 * that books what goods of a closed period cost more than was known. Source: DOMAIN §5.12, §6.
 */
export function finishesJob(lines: Lines, line: number): boolean {
  const { job, status, type, ref, reverses } = lines;
  if (job[line] === "" || type[line] >= UNREAD_TYPE) return false;
  const { job: does, stock } = documentTypes[type[line]];
  if (does === "makes") return status[line] === CLOSED;
  const adjusts = stock === "revalue" && ref[line] !== "" && reverses[line] === NONE;
  return adjusts && (status[line] === POSTED || status[line] === CLOSED);
}

/** Whether a line says what goods of its job cost more than they came in at; `target` = what it refers to. */
export function isJobDifference({ job, type }: Lines, line: number, target: number): boolean {
  if (job[line] === "" || documentTypes[type[line]].stock !== "revalue") return false;
  return documentTypes[type[target]].job === "makes" && job[target] === job[line];
}

/** Whether a line says only what something cost: it has no item, quantity or warehouse. */
export function isCostRow(lines: Lines, line: number): boolean {
  const { stock, job } = documentTypes[lines.type[line]];
  return lines.role[line] === COST && (stock === "convert" || job !== undefined);
}

/**
 * Fills in, in place, the roles that the lines of conversions leave blank: a line without an item is a cost;
 * where none is said to be the product, it is the first whose item has a bill of materials, else the first;
 * all others are components.
 */
export function fillRoles({ book, documents }: Drafting, drafts: readonly number[]): void {
  const { lines, masters } = book;
  for (const draft of drafts) {
    const members = Array.from(linesOf(documents, draft));
    const { stock, job } = documentTypes[lines.type[members[0]]];
    if (stock === "convert" || job !== undefined) fillCosts(lines, members);
    if (stock === "convert") fillMade(lines, masters, members);
  }
}

function fillCosts({ role, item, value }: Lines, members: readonly number[]): void {
  const costs = members.filter((line) => role[line] === NO_WORD && item[line] === NONE && value[line] >= 0);
  for (const line of costs) role[line] = COST;
}

function fillMade(lines: Lines, masters: Masters, members: readonly number[]): void {
  const open = members.filter((line) => lines.role[line] === NO_WORD);
  if (!members.some((line) => lines.role[line] === PRODUCT)) {
    const isMade = (line: number): boolean => masters.bom.some(({ parent }) => parent === lines.item[line]);
    const product = open.find(isMade) ?? open.at(0);
    if (product !== undefined) lines.role[product] = PRODUCT;
  }
  for (const line of open) if (lines.role[line] === NO_WORD) lines.role[line] = COMPONENT;
}
