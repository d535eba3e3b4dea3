import { pack, writeZip } from "../../src/engine/zip/zip-writer";

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument";
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const xm = "http://schemas.microsoft.com/office/excel/2006/main";

const sheetKinds: Readonly<Record<string, string>> = {
  "xl/workbook.xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  "xl/worksheets/sheet1.xml": `${types}.spreadsheetml.worksheet+xml`,
  "xl/worksheets/sheet2.xml": `${types}.spreadsheetml.worksheet+xml`,
  "xl/styles.xml": `${types}.spreadsheetml.styles+xml`,
  "xl/sharedStrings.xml": `${types}.spreadsheetml.sharedStrings+xml`,
  "xl/calcChain.xml": `${types}.spreadsheetml.calcChain+xml`,
  "xl/metadata.xml": `${types}.spreadsheetml.sheetMetadata+xml`,
  "xl/tables/table1.xml": `${types}.spreadsheetml.table+xml`,
  "xl/pivotCache/pivotCacheDefinition1.xml": `${types}.spreadsheetml.pivotCacheDefinition+xml`,
  "xl/pivotCache/pivotCacheRecords1.xml": `${types}.spreadsheetml.pivotCacheRecords+xml`,
  "xl/pivotTables/pivotTable1.xml": `${types}.spreadsheetml.pivotTable+xml`,
  "xl/drawings/drawing1.xml": `${types}.drawing+xml`,
  "xl/charts/chart1.xml": `${types}.drawingml.chart+xml`,
  "xl/comments1.xml": `${types}.spreadsheetml.comments+xml`,
  "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
  "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
  "xl/slicers/slicer1.xml": "application/vnd.ms-excel.slicer+xml",
  "xl/slicerCaches/slicerCache1.xml": "application/vnd.ms-excel.slicerCache+xml",
  "customXml/itemProps1.xml": `${types}.customXmlProperties+xml`,
};

function contentTypes(): string {
  const overrides = Object.entries(sheetKinds).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Default Extension="vml" ContentType="${types}.vmlDrawing"/>` +
    `<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${overrides.join("")}</Types>`
  );
}

function relations(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(
    ([kind, target], i) =>
      `<Relationship Id="rId${String(i + 1)}" Type="${kind.includes("://") ? kind : `${office}/${kind}`}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;
}

const workbook =
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/><bookViews><workbookView/></bookViews>` +
  `<sheets><sheet name="Sales" sheetId="1" r:id="rId1"/><sheet name="Out side" sheetId="4" r:id="rId2"/></sheets>` +
  `<definedNames><definedName name="Rate">'Out side'!$B$1</definedName>` +
  `<definedName name="Secret" hidden="1">Sales!$B$2</definedName></definedNames>` +
  `<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="9" r:id="rId6"/></pivotCaches></workbook>`;

/** Rows 2…4 are the body, row 5 the totals; D2 spills nothing but bears dynamic-array metadata at H1. */
const rows =
  `<row r="1" spans="1:4" ht="20" customHeight="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>` +
  `<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="H1" cm="1"><f t="array" ref="H1">SUM(B2:B4)</f><v>6</v></c></row>` +
  `<row r="2" spans="1:4"><c r="A2" t="s"><v>4</v></c><c r="B2" s="1"><v>1</v></c><c r="C2"><v>10.5</v></c>` +
  `<c r="D2"><f>Sales[[#This Row],[qty]]*Sales[[#This Row],[price]]</f><v>10.5</v></c></row>` +
  `<row r="3" spans="1:4"><c r="A3" t="s"><v>5</v></c><c r="B3" s="1"><v>2</v></c><c r="C3"><v>20</v></c>` +
  `<c r="D3"><f>Sales[[#This Row],[qty]]*Sales[[#This Row],[price]]</f><v>40</v></c></row>` +
  `<row r="4" spans="1:4"><c r="A4" t="inlineStr"><is><t>nut</t></is></c><c r="B4" s="1"><v>3</v></c><c r="C4"><v>30</v></c>` +
  `<c r="D4"><f>Sales[[#This Row],[qty]]*Sales[[#This Row],[price]]</f><v>90</v></c></row>` +
  `<row r="5" spans="1:4"><c r="A5" t="s"><v>6</v></c><c r="D5" s="1"><f>SUBTOTAL(109,Sales[value])</f><v>140.5</v></c></row>`;

const sheet1 =
  `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><dimension ref="A1:H5"/>` +
  `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>` +
  `<cols><col min="1" max="1" width="20" customWidth="1"/></cols><sheetData>${rows}</sheetData>` +
  `<conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>` +
  `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="A2:A4 K1"><formula1>"bolt,nut"</formula1></dataValidation></dataValidations>` +
  `<drawing r:id="rId2"/><legacyDrawing r:id="rId5"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>` +
  `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${x14}"><x14:conditionalFormattings>` +
  `<x14:conditionalFormatting xmlns:xm="${xm}"><x14:cfRule type="dataBar" id="{1}"><x14:dataBar/></x14:cfRule><xm:sqref>C2:C4</xm:sqref></x14:conditionalFormatting>` +
  `</x14:conditionalFormattings></ext><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${x14}"><x14:sparklineGroups xmlns:xm="${xm}">` +
  `<x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Sales!B2:C2</xm:f><xm:sqref>F4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>` +
  `</x14:sparklineGroups></ext></extLst></worksheet>`;

const sheet2 =
  `${declaration}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><f>SUM(Sales!B2:B4)</f><v>6</v></c>` +
  `<c r="B1"><v>0.13</v></c><c r="C1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="D1"><f t="shared" ref="D1:D3" si="0">B1*2</f><v>0.26</v></c></row>` +
  `<row r="2"><c r="D2"><f t="shared" si="0"/><v>0</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#N/A</v></c></row>` +
  `<row r="3"><c r="D3"><f t="shared" si="0"/><v>0</v></c><c r="E3"><f>A1*2</f><v>12</v></c></row></sheetData></worksheet>`;

const table =
  `${declaration}<table xmlns="${main}" id="3" name="Sales" displayName="Sales" ref="A1:D5" totalsRowCount="1">` +
  `<autoFilter ref="A1:D4"/><tableColumns count="4"><tableColumn id="1" name="item" totalsRowLabel="Total"/>` +
  `<tableColumn id="2" name="qty"/><tableColumn id="3" name="price"/><tableColumn id="4" name="value" totalsRowFunction="sum">` +
  `<calculatedColumnFormula>Sales[[#This Row],[qty]]*Sales[[#This Row],[price]]</calculatedColumnFormula></tableColumn></tableColumns>` +
  `<tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>`;

const strings =
  `${declaration}<sst xmlns="${main}" count="7" uniqueCount="7"><si><t>item</t></si><si><t>qty</t></si><si><t>price</t></si>` +
  `<si><t>value</t></si><si><r><rPr><b/></rPr><t>bo</t></r><r><t xml:space="preserve">lt </t></r><rPh sb="0" eb="1"><t>X</t></rPh></si>` +
  `<si><t>螺丝 &amp; _x000D_</t></si><si><t>Total</t></si></sst>`;

const styles =
  `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
  `<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="4" fontId="0" applyNumberFormat="1"><alignment horizontal="right"/></xf></cellXfs>` +
  `<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>`;

const pivotCache =
  `${declaration}<pivotCacheDefinition xmlns="${main}" xmlns:r="${office}" r:id="rId1" recordCount="3">` +
  `<cacheSource type="worksheet"><worksheetSource name="Sales"/></cacheSource></pivotCacheDefinition>`;

const microsoft = "http://schemas.microsoft.com/office";

/** Every part of a workbook that uses what most programs lose: name → text. */
export function kitchenSinkParts(): Map<string, string> {
  return new Map([
    ["[Content_Types].xml", contentTypes()],
    ["_rels/.rels", relations(["officeDocument", "xl/workbook.xml"], ["customXml", "customXml/item1.xml"])],
    ["xl/workbook.xml", workbook],
    [
      "xl/_rels/workbook.xml.rels",
      relations(
        ["worksheet", "worksheets/sheet1.xml"],
        ["worksheet", "/xl/worksheets/sheet2.xml"],
        ["styles", "styles.xml"],
        ["sharedStrings", "sharedStrings.xml"],
        ["calcChain", "calcChain.xml"],
        ["pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
        ["sheetMetadata", "metadata.xml"],
        [`${microsoft}/2006/relationships/vbaProject`, "vbaProject.bin"],
        [`${microsoft}/2017/10/relationships/person`, "persons/person.xml"],
        [`${microsoft}/2007/relationships/slicerCache`, "slicerCaches/slicerCache1.xml"],
      ),
    ],
    ["xl/worksheets/sheet1.xml", sheet1],
    [
      "xl/worksheets/_rels/sheet1.xml.rels",
      relations(
        ["table", "../tables/table1.xml"],
        ["drawing", "../drawings/drawing1.xml"],
        ["comments", "../comments1.xml"],
        [`${microsoft}/2017/10/relationships/threadedComment`, "../threadedComments/threadedComment1.xml"],
        ["vmlDrawing", "../drawings/vmlDrawing1.vml"],
        ["pivotTable", "../pivotTables/pivotTable1.xml"],
        [`${microsoft}/2007/relationships/slicer`, "../slicers/slicer1.xml"],
      ),
    ],
    ["xl/worksheets/sheet2.xml", sheet2],
    ["xl/tables/table1.xml", table],
    ["xl/sharedStrings.xml", strings],
    ["xl/styles.xml", styles],
    ["xl/calcChain.xml", `${declaration}<calcChain xmlns="${main}"><c r="D2" i="1"/></calcChain>`],
    ["xl/metadata.xml", `${declaration}<metadata xmlns="${main}"/>`],
    ["xl/pivotCache/pivotCacheDefinition1.xml", pivotCache],
    [
      "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
      relations(["pivotCacheRecords", "pivotCacheRecords1.xml"]),
    ],
    ["xl/pivotCache/pivotCacheRecords1.xml", `${declaration}<pivotCacheRecords xmlns="${main}" count="0"/>`],
    ["xl/pivotTables/pivotTable1.xml", `${declaration}<pivotTableDefinition xmlns="${main}" cacheId="9"/>`],
    [
      "xl/pivotTables/_rels/pivotTable1.xml.rels",
      relations(["pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"]),
    ],
    ["xl/drawings/drawing1.xml", `${declaration}<xdr:wsDr xmlns:xdr="urn:d"/>`],
    ["xl/drawings/_rels/drawing1.xml.rels", relations(["chart", "../charts/chart1.xml"])],
    ["xl/drawings/vmlDrawing1.vml", `<xml xmlns:v="urn:v"/>`],
    [
      "xl/charts/chart1.xml",
      `${declaration}<c:chartSpace xmlns:c="urn:c"><c:f>Sales!$B$2:$B$4</c:f></c:chartSpace>`,
    ],
    [
      "xl/comments1.xml",
      `${declaration}<comments xmlns="${main}"><commentList><comment ref="A3"/></commentList></comments>`,
    ],
    [
      "xl/threadedComments/threadedComment1.xml",
      `${declaration}<ThreadedComments><threadedComment ref="A3"/></ThreadedComments>`,
    ],
    ["xl/persons/person.xml", `${declaration}<personList/>`],
    ["xl/slicers/slicer1.xml", `${declaration}<slicers/>`],
    ["xl/slicerCaches/slicerCache1.xml", `${declaration}<slicerCacheDefinition/>`],
    ["xl/vbaProject.bin", "\u0000\u0001 not for us \u00ff"],
    ["customXml/item1.xml", "<ledger state='1'/>"],
    ["customXml/_rels/item1.xml.rels", relations(["customXmlProps", "itemProps1.xml"])],
    ["customXml/itemProps1.xml", "<ds:datastoreItem xmlns:ds='urn:ds'/>"],
  ]);
}

/**
 * The same with every element of the workbook, the sheets, the table, the strings and the styles prefixed
 * `x:`.
 */
export function prefixedParts(): Map<string, string> {
  const ours = /^xl\/(workbook|sharedStrings|styles|worksheets\/sheet\d|tables\/table\d)\.xml$/;
  return new Map(
    [...kitchenSinkParts()].map(([part, text]) => [part, ours.test(part) ? prefixed(text) : text]),
  );
}

function prefixed(text: string): string {
  return text
    .replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, "<$1x:$2")
    .replaceAll(` xmlns="${main}"`, ` xmlns:x="${main}"`);
}

/** Parts packed as a file. */
export function packed(parts: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  return writeZip([...parts].map(([name, text]) => pack(name, [encoder.encode(text)])));
}
