const path = require("node:path");

/** Where Microsoft's office.js stands, as npm brought it: served from there, never copied. */
exports.officeJs = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
