import { columnIndex } from "./address";

/** True for a name that a table may bear in Excel and LibreOffice: `T1` is a cell there, and so is `Tbl1`. */
export function isTableName(name: string): boolean {
  if (name.length > 255 || !/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name)) return false;
  return !isCellLike(name) && !/^[rc]$/i.test(name) && !/^r\d*c\d*$/i.test(name);
}

function isCellLike(name: string): boolean {
  const match = /^([a-z]{1,3})(\d+)$/i.exec(name);
  return match !== null && columnIndex(match[1]) >= 0;
}
