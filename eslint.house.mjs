/** Rules of our own: what no ready-made rule says. */
import { pureRooms, rooms } from "./fences.mjs";

const bannedFolders = /(^|\/)(utils|helpers|common|shared|services|types)\//;
const kebab =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|prop\.test|contract\.test|bench|worker|config|d))?\.[cm]?tsx?$/;
const pascal = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
const registries = /^src\/(domain\/(documents|reports|costing)|app)\/index\.ts$/;

const pathOf = (context) => context.filename.slice(context.cwd.length + 1).replaceAll("\\", "/");
const isInRoom = (path) =>
  rooms.some(({ room }) => path === `src/${room}` || path.startsWith(`src/${room}/`));

const place = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    Program(node) {
      const path = pathOf(context);
      const name = path.slice(path.lastIndexOf("/") + 1);
      const say = (message) => context.report({ node, message });
      if (bannedFolders.test(path))
        say("A helper lives beside its only user; this folder name says nothing.");
      if (name === "index.ts" && !registries.test(path)) say("index.ts only where it is a registry.");
      if (!kebab.test(name) && !(path.startsWith("src/taskpane/components/") && pascal.test(name)))
        say("Files are kebab-case; only a React component's file is PascalCase.");
      if (path.startsWith("src/") && !isInRoom(path)) say("This file stands in no room of fences.mjs.");
    },
  }),
};

const isDoc = (comment) => comment?.type === "Block" && comment.value.startsWith("*");
const wordLines = (comment) => comment.value.split("\n").filter((line) => /[^\s*]/.test(line)).length;
const isOverload = (node, previous) =>
  previous?.declaration?.type === "TSDeclareFunction" &&
  previous.declaration.id.name === node.declaration.id?.name;

const docComment = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    ExportNamedDeclaration(node) {
      if (!node.declaration) return;
      const siblings = node.parent.body;
      if (isOverload(node, siblings[siblings.indexOf(node) - 1])) return;
      const doc = context.sourceCode.getCommentsBefore(node).at(-1);
      if (!isDoc(doc)) context.report({ node, message: "An export says what its types cannot: /** … */." });
      else if (wordLines(doc) > 5) context.report({ node, message: "A doc comment has at most five lines." });
    },
  }),
};

/** The plugin that eslint.config.mjs loads. */
export const house = { rules: { place, "doc-comment": docComment } };

/** The files of the pure rooms. */
export const pureFiles = [...pureRooms.map((room) => `src/${room}/**/*.ts`), "src/workbook/port.ts"];
