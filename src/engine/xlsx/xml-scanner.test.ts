import { EngineError } from "../engine-error";
import { XmlScanner, token } from "./xml-scanner";

function scan(text: string): string[] {
  const scanner = new XmlScanner(new TextEncoder().encode(text), "a.xml");
  const seen: string[] = [];
  for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
    if (kind === token.text) seen.push(`"${scanner.text()}"`);
    else seen.push(kind === token.open ? `<${scanner.name()}` : `/${scanner.name()}`);
  }
  return seen;
}

describe("XML scanner", () => {
  it("tells names without their prefix, and closes an empty element", () => {
    expect(scan("<x:a><x:b/>t</x:a>")).toEqual(["<a", "<b", "/b", '"t"', "/a"]);
  });

  it("resolves entities, takes CDATA as it is, and passes over comments and instructions", () => {
    expect(
      scan("\uFEFF<?xml version='1.0'?><!-- <no> --><a>&lt;&#65;&#x4E2D;&nope;<![CDATA[<&]]></a>"),
    ).toEqual(["<a", '"<A中&nope;"', '"<&"', "/a"]);
  });

  it("reads attributes in either quotes", () => {
    const scanner = new XmlScanner(new TextEncoder().encode(`<a r:id = 'x>"' b="&amp;"/>`), "a.xml");
    scanner.next();
    expect([scanner.attribute("id"), scanner.attribute("b"), scanner.attribute("c")]).toEqual([
      'x>"',
      "&",
      null,
    ]);
  });

  it.each([
    "<a>",
    "<a></b>",
    "</a>",
    "<a b></a>",
    "<a b='>",
    "<a",
    "<!-- ",
    "<!DOCTYPE a>",
    "text",
    "<>",
    "<a><b</a>",
  ])("refuses %s and says where", (text) => {
    expect(() => scan(text)).toThrow(EngineError);
    expect(() => scan(text)).toThrow(/a\.xml, byte \d+/);
  });

  it("refuses UTF-16", () => {
    expect(() => new XmlScanner(new Uint8Array([0xff, 0xfe, 60, 0]), "a.xml")).toThrow("not UTF-8");
  });
});
