import { XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";
import { spliced } from "./package";

/** An element's text with one attribute of its opening tag set, or taken away (null). */
export function withAttribute(text: string, name: string, value: string | null): string {
  const { bytes, scanner } = opened(text);
  const span = scanner.attributes.span(name.slice(name.indexOf(":") + 1));
  if (span !== null) {
    const from = value === null ? span.name - 1 : span.from;
    const to = value === null ? span.to + 1 : span.to;
    return decoded(spliced(bytes, [{ from, to, text: value === null ? "" : escapeXml(value) }]));
  }
  if (value === null) return text;
  const at = scanner.nameEnd;
  return decoded(spliced(bytes, [{ from: at, to: at, text: ` ${name}="${escapeXml(value)}"` }]));
}

/** An element's text with every child of that name replaced by one that stands first; "" takes them away. */
export function withChild(text: string, name: string, child: string): string {
  const { bytes, scanner } = opened(text);
  const { end, isEmpty } = scanner;
  const tag = scanner.prefix() + scanner.name();
  if (isEmpty) {
    const isNeeded = child !== "";
    return isNeeded
      ? decoded(spliced(bytes, [{ from: end - 2, to: end, text: `>${child}</${tag}>` }]))
      : text;
  }
  const splices = [{ from: end, to: end, text: child }];
  while (scanner.nextOpen(1)) {
    const from = scanner.start;
    const isOld = scanner.is(name);
    scanner.skip();
    if (isOld) splices.push({ from, to: scanner.end, text: "" });
  }
  const [first, ...others] = splices;
  const meeting = others.find(({ from }) => from === first.from);
  const rest = others.filter((splice) => splice !== meeting);
  const start = meeting === undefined ? first : { ...meeting, text: child };
  return decoded(spliced(bytes, [start, ...rest]));
}

/** An element's text with its first child of that name changed; null where it has none. */
export function withChanged(text: string, name: string, change: (child: string) => string): string | null {
  const { bytes, scanner } = opened(text);
  while (scanner.nextOpen(1)) {
    const from = scanner.start;
    const isWanted = scanner.is(name);
    scanner.skip();
    if (!isWanted) continue;
    const child = decoded(bytes.subarray(from, scanner.end));
    return decoded(spliced(bytes, [{ from, to: scanner.end, text: change(child) }]));
  }
  return null;
}

function opened(text: string): { readonly bytes: Uint8Array; readonly scanner: XmlScanner } {
  const bytes = new TextEncoder().encode(text);
  const scanner = new XmlScanner(bytes, "an element");
  scanner.next();
  return { bytes, scanner };
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
