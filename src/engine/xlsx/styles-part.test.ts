import { plainLook } from "../cell-look";
import type { StyleChange } from "../cell-styles";
import { readStyles, writeStyles } from "./styles-part";

const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const text =
  `<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  `<font><b/><sz val="14"/><color rgb="FFFF0000"/><name val="宋体"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>` +
  `<borders count="2"><border><left/></border><border><left style="thin"/></border></borders>` +
  `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="4" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1"><alignment horizontal="center" vertical="top" wrapText="1"/>` +
  `<protection locked="0"/></xf></cellXfs><dxfs count="0"/></styleSheet>`;
const bytes = new TextEncoder().encode(text);

/** The styles after each change was made to the second of the file, and the text that they are written to. */
function changed(...changes: readonly StyleChange[]) {
  const styles = readStyles(bytes, "styles");
  const numbers = changes.map((change) => styles.with(1, change));
  const written = writeStyles(bytes, "styles", styles.added);
  return { styles, numbers, again: readStyles(written, "styles"), text: new TextDecoder().decode(written) };
}

describe("the styles of a file", () => {
  it("are read with their looks", () => {
    const styles = readStyles(bytes, "styles");
    expect([styles.format(0), styles.look(0)]).toEqual([null, plainLook]);
    expect(styles.format(1)).toBe("#,##0.00");
    expect(styles.look(1)).toEqual({
      bold: true,
      italic: false,
      fontColor: "FF0000",
      fill: "FFFF00",
      horizontal: "center",
      wrap: true,
      bordered: true,
      locked: false,
    });
  });

  it.each<[StyleChange]>([
    [{ bold: false }],
    [{ italic: true, fontColor: "00B050" }],
    [{ fontColor: null }],
    [{ fill: "DDEBF7" }],
    [{ fill: null }],
    [{ horizontal: "right" }],
    [{ horizontal: "general", wrap: false }],
    [{ bordered: false }],
    [{ locked: true }],
    [{ format: "0.000", bold: false, fill: "FFFF00", locked: true, wrap: false }],
  ])("take %j and keep all else", (change) => {
    const { numbers, styles, again } = changed(change);
    const { format = "#,##0.00", ...look } = change;
    expect(again.look(numbers[0])).toEqual({ ...styles.look(1), ...look });
    expect(again.format(numbers[0])).toBe(format);
    expect(again.look(1)).toEqual(styles.look(1));
  });

  it("keep what we do not know of a style, and every byte that was there", () => {
    const { text: written } = changed({ bold: false, horizontal: "left" });
    expect(written).toContain('numFmtId="4" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1"');
    expect(written).toContain(
      '<alignment horizontal="left" vertical="top" wrapText="1"/><protection locked="0"/>',
    );
    expect(written).toContain('<font><sz val="14"/><color rgb="FFFF0000"/><name val="宋体"/></font></fonts>');
    expect(written).toContain('<fonts count="3">');
    const withoutNew = written
      .replace(/<xf [^>]*fontId="2".*?<\/xf>/, "")
      .replace('<font><sz val="14"/><color rgb="FFFF0000"/><name val="宋体"/></font></fonts>', "</fonts>")
      .replace('<fonts count="3">', '<fonts count="2">')
      .replace('<cellXfs count="3">', '<cellXfs count="2">');
    expect(withoutNew).toBe(text);
  });

  it("are made once, however often and in whatever order they are asked for", () => {
    const { styles } = changed();
    const one = styles.with(styles.with(1, { bold: false }), { fill: null });
    expect(styles.with(styles.with(1, { fill: null }), { bold: false })).toBe(one);
    expect(styles.with(1, { bold: true })).toBe(1);
    expect(styles.count).toBe(5);
  });
});
