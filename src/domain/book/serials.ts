/** The serial numbers of a cell, several separated by `;`, without blanks around them. */
export function serialsIn(cell: string): readonly string[] {
  return cell
    .split(/[;；]/)
    .map((serial) => serial.trim())
    .filter((serial) => serial !== "");
}
