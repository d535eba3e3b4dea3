import { createHash } from "node:crypto";
import fc from "fast-check";
import { sha256, sha256OfList } from "./sha256";

describe("the SHA-256 digest of a text", () => {
  it.each([
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("is that of the standard's examples", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it("is that of the text's bytes in UTF-8, whatever its letters", () => {
    const text = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(
      fc.property(text, (each) => {
        expect(sha256(each)).toBe(createHash("sha256").update(each, "utf8").digest("hex"));
      }),
    );
  });

  it("of a list of texts is that of the list in JSON, whatever its letters", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.constantFrom('"', "\\", "\n", "\ud800", "台账😀", '{"a":["\\u0001"]}', "x".repeat(5000)),
    );
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(sha256OfList(texts)).toBe(sha256(JSON.stringify(texts)));
      }),
    );
  });
});
