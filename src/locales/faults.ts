import type { Language } from "../domain/kernel/title";

/** What is the matter with a file, in Chinese by the words that English has for it. */
const CHINESE = new Map([
  ["the file is empty", "文件是空的"],
  ["locked by a password", "设有打开密码"],
  ["an old Excel file (.xls): save it as .xlsx first", "这是旧版 Excel 文件（.xls），请先另存为 .xlsx"],
  ["a binary workbook (.xlsb): save it as .xlsx first", "这是二进制工作簿（.xlsb），请先另存为 .xlsx"],
  ["no workbook in this file", "文件里没有工作簿"],
  ["not a ZIP archive, or cut off before its end", "不是 .xlsx 工作簿，或文件不完整"],
  ["the archive's directory is damaged", "压缩包的目录已损坏"],
  ["the archive's directory is cut off", "文件不完整，后面被截断"],
  ["held twice", "在压缩包里出现了两次"],
  ["missing", "缺失"],
  ["more than 1 GiB when unpacked", "解压后超过 1 GiB"],
  ["packed by an unknown method", "压缩方法无法识别"],
  ["not where the archive's directory says", "不在压缩包目录所指的位置"],
  ["cut off", "不完整，后面被截断"],
  ["damaged", "已损坏"],
  ["not UTF-8", "文字编码无法识别，请另存为 UTF-8"],
  ["ends before its last element is closed", "还有元素没有结束，内容就断了"],
  ["text outside of any element", "有文字不在任何元素之内"],
  ["a declaration that is not allowed here", "此处不允许这样的声明"],
  ["a tag that does not end", "标记没有结束"],
  ["a tag without a name", "标记没有名称"],
  ["closes what was not open", "结束了并未开始的元素"],
  ["an attribute that is not well-formed", "属性的写法不对"],
  ["not a workbook", "不是工作簿"],
  ["not a worksheet", "不是工作表"],
  ["not a table", "不是表格"],
  ["without sheets", "没有工作表"],
  ["without sheetData", "没有单元格数据"],
  ["without columns", "没有列"],
  ["without cells", "没有单元格范围"],
  ["its cells do not fit its columns", "范围与列数不符"],
  ["a row out of range", "行号超出范围"],
  ["a cell out of range", "单元格超出范围"],
  ["a string that is not there", "引用的文字不存在"],
  ["a number that is none", "数字无法识别"],
  ["not JSON", "不是有效的 JSON"],
  ["a JSON book is an object of tables", "JSON 账簿应是由各表组成的对象"],
  ["not a list of rows", "不是由行组成的列表"],
  ["not an object", "不是对象"],
  ["not a single value", "不是单个值"],
  ["a quotation mark out of place", "引号位置不对或没有成对"],
  ["more cells than headers", "单元格比列名多"],
  ["a column without a header", "有一列没有列名"],
  ["two columns bear this header", "有两列用了同一列名"],
  ["a sheet of this name is there already", "已有同名工作表"],
  ["a table of this name is there already", "已有同名表格"],
  ["a text longer than a cell can hold", "文字太长，一个单元格放不下"],
  ["a formula that is not well-formed", "公式的写法不对，或没有写完"],
  ["its rows are out of order", "行的次序不对"],
  ["its cells are out of order", "单元格的次序不对"],
  ["no styles to add a number format to", "没有样式，无法设置数字格式"],
  ["the workbook bears a digital signature", "工作簿带有数字签名"],
  ["the workbook tracks changes as shared", "工作簿处于共享修订状态"],
  ["a table would be torn apart", "表格会被拆散"],
  ["the header of a table cannot go without the table", "不能只删除表格的标题行"],
  ["merged cells would be torn apart", "合并单元格会被拆散"],
  ["an array formula would be torn apart", "数组公式会被拆散"],
  ["a comment cannot move with its cell", "有批注的单元格不能移动"],
  ["a link cannot move with its cell", "有超链接的单元格不能移动"],
  ["a part of this sheet cannot follow its cells", "工作表中有内容不能随单元格移动"],
  ["cells would be pushed off the sheet", "单元格会被推出工作表"],
  ["what is pasted would reach beyond the sheet", "粘贴的内容会超出工作表"],
  ["not a name that a sheet can bear", "工作表不能用这个名称"],
  ["not a name that a table can bear", "表格不能用这个名称"],
  ["one sheet must stay in sight", "至少要有一个可见的工作表"],
  ["tables cannot overlap", "表格不能重叠"],
  ["a table must keep its header where it is", "表格的标题行必须留在原处"],
  ["a table needs cells", "表格至少要有一个单元格"],
  ["there is no such row", "没有这一行"],
  ["there is no such column", "没有这一列"],
]);

type Naming = (value: string) => string;

const itself: Naming = (value) => value;

const PLACES = new Map<string, Readonly<Record<Language, Naming>>>([
  ["part", { "zh-CN": itself, "en-US": itself }],
  ["table", { "zh-CN": (name) => `表 ${name}`, "en-US": (name) => `table ${name}` }],
  ["sheet", { "zh-CN": (name) => `工作表 ${name}`, "en-US": (name) => `sheet ${name}` }],
  ["row", { "zh-CN": (row) => `第 ${row} 行`, "en-US": (row) => `row ${row}` }],
  ["column", { "zh-CN": (name) => `列 ${name}`, "en-US": (name) => `column ${name}` }],
  ["cell", { "zh-CN": (name) => `单元格 ${name}`, "en-US": (name) => `cell ${name}` }],
  ["byte", { "zh-CN": (at) => `第 ${at} 字节`, "en-US": (at) => `byte ${at}` }],
]);

/** What is the matter with a file and where, in a language: `xl/workbook.xml, byte 12: not a workbook`. */
export function fault(language: Language, matter: string, place: object): string {
  const named = Object.entries(place).map(([key, value]) => PLACES.get(key)?.[language](String(value)) ?? "");
  if (language === "en-US") return `${named.length === 0 ? "" : `${named.join(", ")}: `}${matter}`;
  return `${named.length === 0 ? "" : `${named.join("，")}：`}${CHINESE.get(matter) ?? matter}`;
}
