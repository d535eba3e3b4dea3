import { entryPoints, rooms } from "./fences.mjs";

const inside = (room) => (room.endsWith(".ts") ? `^src/${room.replace(".", "\\.")}$` : `^src/${room}/`);
const free = [entryPoints, "\\.test\\.tsx?$"];

const sourceFence = ({ room, sees, seesTypesOf = [] }) => ({
  name: `${room}: what it sees`,
  severity: "error",
  from: { path: inside(room), pathNot: free },
  to: { path: "^(src|test|bench)/", pathNot: [room, ...sees, ...seesTypesOf].map(inside) },
});

const typeFence = ({ room, seesTypesOf }) => ({
  name: `${room}: types only`,
  severity: "error",
  from: { path: inside(room), pathNot: free },
  to: { path: seesTypesOf.map(inside), dependencyTypesNot: ["type-only"] },
});

const packageFence = ({ room, packages = [] }) => ({
  name: `${room}: packages`,
  severity: "error",
  from: { path: inside(room), pathNot: free },
  to: {
    dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"],
    pathNot: packages.map((name) => `node_modules/(@types/)?${name}/`),
  },
});

const nodeFence = ({ room }) => ({
  name: `${room}: nothing of Node`,
  severity: "error",
  from: { path: inside(room), pathNot: free },
  to: { dependencyTypes: ["core"] },
});

const error = (name, from, to) => ({ name, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...rooms.map(sourceFence),
    ...rooms.filter((fence) => fence.seesTypesOf).map(typeFence),
    ...rooms.map(packageFence),
    ...rooms.filter((fence) => !fence.node).map(nodeFence),
    error("no cycles", {}, { circular: true }),
    error("no orphans", { orphan: true, path: "^src/", pathNot: [...free, "\\.d\\.ts$"] }, {}),
    error("nothing unresolvable", {}, { couldNotResolve: true }),
    error(
      "src does not lean on tests",
      { path: "^src/", pathNot: "\\.test\\.tsx?$" },
      { path: "^(test|bench)/" },
    ),
    error(
      "src ships without development packages; the workbench does not ship",
      { path: "^src/", pathNot: ["\\.test\\.tsx?$", "^src/workbench/"] },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs"],
    },
    combinedDependencies: false,
  },
};
