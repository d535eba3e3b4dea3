import type { Book } from "../../book/book";
import { STATUSES } from "../../book/lines";
import { documentTypes } from "../../documents/index";
import { closedJobs } from "./conversions";

const CLOSED = STATUSES.indexOf("closed");

/** Whether a line brings in goods at what the finished job cost that made them. Source: DOMAIN §5.12. */
export function madeAtCost(book: Book, order: Int32Array): (line: number) => boolean {
  const { type, job, status } = book.lines;
  const closed = closedJobs(book, order);
  return (line) =>
    documentTypes[type[line]].job === "makes" && status[line] === CLOSED && closed.has(job[line]);
}
