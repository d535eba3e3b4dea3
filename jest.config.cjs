const swc = {
  sourceMaps: "inline",
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
};

/** @type {import("jest").Config} */
module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  reporters: ["default", "<rootDir>/test/support/closing-line.cjs"],
  projects: [
    {
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/src/**/*.test.ts", "<rootDir>/test/**/*.test.ts"],
      transform: { "\\.ts$": ["@swc/jest", swc] },
      modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/test/fences/planted-"],
    },
  ],
};
