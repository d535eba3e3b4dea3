const { chmodSync } = require("node:fs");
const path = require("node:path");
const { BannerPlugin } = require("webpack");

const dist = path.join(__dirname, "dist");

/** Marks the built command as a program. */
const asProgram = {
  apply(compiler) {
    compiler.hooks.assetEmitted.tap("AsProgram", (_name, { targetPath }) => chmodSync(targetPath, 0o755));
  },
};

/** One readable file for Node: not minified, so that a defect shows a line a person can read. */
const program = (name, entry) => ({
  name,
  mode: "production",
  target: "node20",
  devtool: false,
  entry: { [name]: entry },
  output: { path: dist, filename: "[name].cjs", library: { type: "commonjs2" } },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
      },
    ],
  },
  node: { __dirname: false },
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }), asProgram],
  stats: "errors-warnings",
});

module.exports = [program("cli", "./src/cli/main.ts"), program("bench", "./bench/main.ts")];
