const { projects } = require("../jest.config.cjs");

/** What `npm run bench:pane` runs: a measurement in a browser, no test of the suite. */
module.exports = { ...projects[0], rootDir: "..", testMatch: ["<rootDir>/bench/pane-start.bench.ts"] };
