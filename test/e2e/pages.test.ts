import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { functionsMetadata } from "../../src/functions/functions-metadata";

const built = join(__dirname, "..", "..", "dist", "web");
const read = (name: string): string => readFileSync(join(built, name), "utf8");
const script = /<script src="([^"]*office\.js)"><\/script>/;

describe("the built pages", () => {
  it("of Excel and of the workbench's frame differ in where office.js comes from, and in nothing else", () => {
    const [excel, frame] = [read("taskpane.html"), read("pane.html")];
    expect(script.exec(excel)?.[1]).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(script.exec(frame)?.[1]).toBe("/office-js/office.js");
    expect(excel.replace(script, "")).toBe(frame.replace(script, ""));
  });

  it("hold no copy of office.js", () => {
    const copies = readdirSync(built, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js") && statSync(join(built, name)).isFile())
      .filter((name) => /office|excel-web/.test(name) || read(name).includes("OSF.DDA"));
    expect(copies).toEqual([]);
  });

  it("load scripts of their own server and of Microsoft's alone", () => {
    const policy = /script-src ([^;]*);/.exec(read("taskpane.html"))?.[1];
    expect(policy).toBe("'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com");
  });

  it("bring the worksheet functions in both languages", () => {
    expect(JSON.parse(read("functions.json"))).toEqual(functionsMetadata("zh-CN"));
    expect(JSON.parse(read("functions.en-US.json"))).toEqual(functionsMetadata("en-US"));
  });
});
