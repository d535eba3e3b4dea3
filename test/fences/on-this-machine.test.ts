import { get } from "node:https";
import { connect, createServer } from "node:net";

describe("a test", () => {
  it("asks nothing of another machine", () => {
    expect(() => connect(443, "example.com")).toThrow("example.com, which is not this machine");
    expect(() => connect({ host: "192.0.2.1", port: 443 })).toThrow("not this machine");
    expect(() => get("https://example.com/")).toThrow("not this machine");
  });

  it("may ask its own", async () => {
    const server = createServer((socket) => socket.end("here"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const text = await new Promise<string>((resolve) => {
      connect(port, "127.0.0.1").on("data", (data) => resolve(String(data)));
    });
    expect(text).toBe("here");
    await new Promise((resolve) => server.close(resolve));
  });
});
