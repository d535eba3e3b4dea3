// The laws of random books, tried more often than `npm test` does: node dev/laws.js [runs [seed]].
// 100,000 runs of each from a seed of today's date, unless said otherwise; a failure names its seed and path.
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const [runs = "100000", seed = new Date().toISOString().slice(0, 10).replaceAll("-", "")] =
  process.argv.slice(2);
const jest = path.join(__dirname, "..", "node_modules", "jest", "bin", "jest.js");
const files = ["test/laws", "test/oracle/laws.prop.test.ts"];
const env = { ...process.env, LAW_RUNS: runs, LAW_SEED: seed };
console.log(`${runs} runs of every law, seed ${seed}`);
const { status } = spawnSync(process.execPath, [jest, ...files, "--selectProjects", "node"], {
  env,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
