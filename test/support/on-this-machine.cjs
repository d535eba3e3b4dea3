const net = require("node:net");

/** The names by which a machine calls itself. */
const own = new Set(["", "localhost", "127.0.0.1", "::1"]);
const mark = Symbol.for("taizhang.on-this-machine");
const { connect } = net.Socket.prototype;

/** No test asks anything of another machine: a connection to one is refused before it is made. */
function connectHere(...given) {
  const [where, host] = Array.isArray(given[0]) ? given[0] : given;
  const asked = typeof where === "object" ? where.host : typeof host === "string" ? host : "";
  if (!own.has(asked ?? "")) throw new Error(`a test asks ${asked}, which is not this machine`);
  return connect.apply(this, given);
}

if (connect[mark] !== true) {
  connectHere[mark] = true;
  net.Socket.prototype.connect = connectHere;
}
