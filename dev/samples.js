const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "..", "assets", "samples");

const foldersIn = (at) =>
  readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const textsIn = (at) =>
  Object.fromEntries(
    readdirSync(at)
      .filter((name) => name.endsWith(".csv"))
      .sort()
      .map((name) => [name, readFileSync(path.join(at, name), "utf8")]),
  );

/** Every sample: name → language → file name → text. */
exports.samples = () =>
  Object.fromEntries(
    foldersIn(folder).map((name) => [
      name,
      Object.fromEntries(
        foldersIn(path.join(folder, name)).map((language) => [
          language,
          textsIn(path.join(folder, name, language)),
        ]),
      ),
    ]),
  );
