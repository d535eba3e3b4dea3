const net = require("node:net");
const { certificates } = require("./certificates");
const { officeJs } = require("./office-js");

/** What follows `--port`, else TAIZHANG_PORT, else 3000. */
const portAsked = (argv, env) => {
  const at = argv.findIndex((word) => word === "--port" || word.startsWith("--port="));
  if (at === -1) return env.TAIZHANG_PORT || "3000";
  return argv[at].includes("=") ? argv[at].slice("--port=".length) : (argv[at + 1] ?? "");
};

/** The port to serve at; stops with a sentence where what was asked for is none. */
const portOf = (text) => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  console.error(
    `“${text}”不是端口号，请写 1 到 65535 的整数：npm start -- --port 3001\n` +
      `"${text}" is no port: a whole number from 1 to 65535, as in npm start -- --port 3001`,
  );
  process.exit(1);
};

/** Stops with a sentence where another program has the port. */
const claimPort = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", ({ code }) => {
      const [zh, en] = code === "EADDRINUSE" ? ["已被别的程序占用", "another program has it"] : [code, code];
      console.error(
        `端口 ${port} 用不了（${zh}）。关掉那个程序，或换一个端口：npm start -- --port 3001\n` +
          `Port ${port} cannot be used (${en}). End that program, or take another: npm start -- --port 3001`,
      );
      process.exit(1);
    });
    probe.listen(port, "localhost", () => probe.close(resolve));
  });

const greeting = (port, { folder }) => `
  台账 Taizhang

  试用页 Workbench    https://localhost:${port}/
  任务窗格 Task pane   https://localhost:${port}/taskpane.html

  浏览器若提示证书不受信任：npx office-addin-dev-certs install，或在警告页选择继续。
  If the browser does not trust the certificate (${folder}):
  npx office-addin-dev-certs install, or choose to go on in its warning.

  Ctrl+C 停止 stops it.
`;

/** Says where the pages are, once they can be opened. */
const greet = (server, text) =>
  server.compiler.hooks.done.tap("Greeting", () => {
    if (text !== null) console.log(text);
    text = null;
  });

/** The server of `npm start`: https always, for over http office.js does not start. */
exports.devServer = async () => {
  const port = portOf(portAsked(process.argv, process.env));
  await claimPort(port);
  const made = await certificates();
  const { cert, key } = made;
  return {
    host: "localhost",
    port,
    server: { type: "https", options: { cert, key } },
    hot: false,
    static: [{ directory: officeJs, publicPath: "/office-js", watch: false }],
    headers: { "Access-Control-Allow-Origin": "*" },
    client: { overlay: { errors: true, warnings: false, runtimeErrors: false }, logging: "warn" },
    onListening: (server) => greet(server, greeting(port, made)),
  };
};
