const { functionsMetadata } = require("../src/functions/functions-metadata");

/** Built by webpack as the template of functions.json: what Excel reads of the worksheet functions. */
module.exports = ({ htmlWebpackPlugin }) =>
  JSON.stringify(functionsMetadata(htmlWebpackPlugin.options.language), null, 2);
