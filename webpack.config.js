const { chmodSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { BannerPlugin } = require("webpack");
const { jsonAsset } = require("./dev/json-asset");
const { samples } = require("./dev/samples");
const { devServer } = require("./dev/server");

const dist = path.join(__dirname, "dist");

const compiled = (target, transform = {}) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: "swc-loader",
  options: { jsc: { parser: { syntax: "typescript", tsx: true }, target, transform } },
});

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
  // A package's file that is read as text is found when the program runs, not bundled.
  module: { rules: [compiled("es2022")], parser: { javascript: { createRequire: false } } },
  node: { __dirname: false, __filename: false },
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }), asProgram],
  stats: "errors-warnings",
});

/**
 * The task pane's page, twice from one template: the two differ in where office.js comes from, and in nothing
 * else. Excel gets it from Microsoft; the workbench's frame from the npm package, which only our server has.
 */
const panePage = (filename, officeJs) =>
  new HtmlPlugin({ filename, officeJs, template: "./src/taskpane/taskpane.html", chunks: ["taskpane"] });

/** What Excel is told of the worksheet functions, in a language. */
const functionsJson = (filename, language) =>
  new HtmlPlugin({ filename, language, template: "./dev/functions-json.js", inject: false, minify: false });

const pages = {
  excel: [
    panePage("taskpane.html", "https://appsforoffice.microsoft.com/lib/1/hosted/office.js"),
    functionsJson("functions.json", "zh-CN"),
    functionsJson("functions.en-US.json", "en-US"),
  ],
  workbench: [
    panePage("pane.html", "/office-js/office.js"),
    new HtmlPlugin({ template: "./src/workbench/workbench.html", chunks: ["workbench"] }),
    jsonAsset("samples.json", samples),
    new CopyPlugin({ patterns: ["manifest.xml"] }),
  ],
};

/** What the manifest names besides the pane: icons, shortcuts, the page of help. */
const served = new CopyPlugin({
  patterns: [
    { from: "assets/icons/*.png", to: "icons/[name][ext]" },
    { from: "assets/web", to: "." },
  ],
});

/** What Excel opens, and the workbench with the same pane in a frame; `--env excel` leaves the latter out. */
const web = async ({ excel = false, WEBPACK_SERVE = false } = {}, { mode = "production" } = {}) => ({
  name: "web",
  mode,
  target: ["web", "es2020"],
  devtool: mode === "production" ? false : "source-map",
  entry: { taskpane: "./src/taskpane/main.tsx", ...(!excel && { workbench: "./src/workbench/main.tsx" }) },
  output: {
    path: path.join(dist, "web"),
    filename: mode === "production" ? "[name].[contenthash:8].js" : "[name].js",
    cssFilename: mode === "production" ? "[name].[contenthash:8].css" : "[name].css",
    clean: true,
  },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      compiled("es2020", { react: { runtime: "automatic" } }),
      { test: /react-data-grid.lib.styles\.css$/, loader: path.resolve("dev/without-sibling-rules.js") },
    ],
  },
  experiments: { css: true },
  optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })] },
  performance: { hints: false },
  plugins: [served, ...pages.excel, ...(excel ? [] : pages.workbench)],
  stats: "errors-warnings",
  infrastructureLogging: { level: "warn" },
  ...(WEBPACK_SERVE && { devServer: await devServer() }),
});

module.exports = [program("cli", "./src/cli/main.ts"), program("bench", "./bench/main.ts"), web];
