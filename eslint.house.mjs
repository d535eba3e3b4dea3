/** Rules of our own: what no ready-made rule says. */
import { pureRooms, rooms } from "./fences.mjs";

const bannedFolders = /(^|\/)(utils|helpers|common|shared|services|types)\//;
const kebab =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|prop\.test|contract\.test|bench|worker|config|d))?\.[cm]?tsx?$/;
const pascal = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
const registries = /^src\/(domain\/(documents|planning|reports|costing)|app)\/index\.ts$/;

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
      if (!kebab.test(name) && !(/^src\/(taskpane|workbench)\/components\//.test(path) && pascal.test(name)))
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

const widest = 110;
const startsAnew = /^(\s*$|[-*@|#]|\d+\.|Source)/;

/** Moves what stands beyond the width to the start of the next line, and so on down the paragraph. */
const narrow = (lines, prefix) => {
  const room = widest - prefix.length;
  const done = [];
  for (let rest = [...lines]; rest.length > 0;) {
    const [line, next, ...others] = rest;
    const cut = line.length > room ? line.lastIndexOf(" ", room) : -1;
    done.push(cut > 0 ? line.slice(0, cut) : line);
    const over = cut > 0 ? line.slice(cut + 1) : null;
    if (over === null) rest = rest.slice(1);
    else if (next === undefined || startsAnew.test(next)) rest = [over, ...rest.slice(1)];
    else rest = [`${over} ${next}`, ...others];
  }
  return done.map((line) => (prefix + line).trimEnd());
};

const blockText = (comment, indent) => {
  const lines = comment.value
    .slice(1)
    .split("\n")
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
  if (lines[0] === "") lines.shift();
  if (lines.at(-1) === "") lines.pop();
  return ["/**", ...narrow(lines, `${indent} * `), `${indent} */`].join("\n");
};

const lineText = (comment, indent) => narrow([comment.value.trim()], `${indent}// `).join("\n").trimStart();

/** Comments keep the line width of the code; `npm run fix` rewraps those that do not. */
const commentWidth = {
  meta: { type: "layout", fixable: "whitespace", schema: [] },
  create: ({ report, sourceCode }) => ({
    Program() {
      for (const comment of sourceCode.getAllComments()) {
        const { start, end } = comment.loc;
        const before = sourceCode.lines[start.line - 1].slice(0, start.column);
        const tooWide = sourceCode.lines.slice(start.line - 1, end.line).some((line) => line.length > widest);
        const isOwnLine = before.trim() === "";
        const canWrap = isOwnLine && (comment.type === "Line" || isDoc(comment));
        if (!tooWide || /https?:/.test(comment.value)) continue;
        const text =
          canWrap && (comment.type === "Line" ? lineText(comment, before) : blockText(comment, before));
        const isSame = text === sourceCode.getText(comment);
        report({
          loc: comment.loc,
          message: `A comment line is at most ${widest} wide.`,
          fix: canWrap && !isSame ? (fixer) => fixer.replaceText(comment, text) : null,
        });
      }
    },
  }),
};

/** The plugin that eslint.config.mjs loads. */
export const house = { rules: { place, "doc-comment": docComment, "comment-width": commentWidth } };

/** The files of the pure rooms. */
export const pureFiles = [...pureRooms.map((room) => `src/${room}/**/*.ts`), "src/workbook/port.ts"];
