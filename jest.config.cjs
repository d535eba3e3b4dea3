const swc = {
  sourceMaps: "inline",
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
};

const page = {
  ...swc,
  jsc: {
    parser: { syntax: "typescript", tsx: true },
    target: "es2022",
    transform: { react: { runtime: "automatic" } },
  },
};

const ignored = ["<rootDir>/dist/", "<rootDir>/test/fences/planted-"];
const setupFiles = ["on-this-machine.cjs", "fewer-compiles.cjs"].map(
  (name) => `<rootDir>/test/support/${name}`,
);

/** @type {import("jest").Config} */
module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  testSequencer: "<rootDir>/test/support/laws-first.cjs",
  reporters: ["default", "<rootDir>/test/support/closing-line.cjs"],
  projects: [
    {
      displayName: "node",
      testEnvironment: "node",
      setupFiles,
      testMatch: ["<rootDir>/src/**/*.test.ts", "<rootDir>/test/**/*.test.ts"],
      transform: { "\\.ts$": ["@swc/jest", swc] },
      modulePathIgnorePatterns: ignored,
    },
    {
      displayName: "page",
      testEnvironment: "jsdom",
      setupFiles,
      testMatch: ["<rootDir>/src/**/*.test.tsx", "<rootDir>/test/**/*.test.tsx"],
      transform: { "\\.tsx?$": ["@swc/jest", page] },
      modulePathIgnorePatterns: ignored,
    },
  ],
};
