const { sources } = require("webpack");

/** A plugin that puts a JSON file, made anew at each build, among what is built. */
exports.jsonAsset = (filename, make) => ({
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("JsonAsset", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "JsonAsset", stage }, () =>
        compilation.emitAsset(filename, new sources.RawSource(JSON.stringify(make()))),
      );
    });
  },
});
