const v8 = require("node:v8");

/**
 * Laws run much code a little: V8 optimizes it, finds that the next random book differs, and compiles anew,
 * which takes a third of their time. So it waits ten times longer before it optimizes a function.
 */
v8.setFlagsFromString("--interrupt-budget=600000");
