import { type OpenWorkbench, openWorkbench } from "../test/e2e/open-workbench";

const RUNS = 5;
const GOAL = 1500;

/** Opens the pane anew and waits until Check can be pressed; milliseconds from the frame's first address. */
function opened({ page }: OpenWorkbench): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const isReady = (frame: HTMLIFrameElement): boolean =>
          [...(frame.contentDocument?.querySelectorAll("button") ?? [])].some(
            ({ textContent, disabled, ariaDisabled }) =>
              /^(检查|Check)$/.test(textContent) && !disabled && ariaDisabled !== "true",
          );
        const frame = document.querySelector<HTMLIFrameElement>("aside iframe");
        const before = frame?.contentDocument;
        frame?.contentWindow?.location.reload();
        const start = performance.now();
        const look = (): void => {
          if (frame !== null && frame.contentDocument !== before && isReady(frame))
            done(performance.now() - start);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

describe("the pane, from its frame's navigation to an enabled Check", () => {
  it(`takes this long (median of ${RUNS}; the goal is under ${GOAL} ms)`, async () => {
    const open = await openWorkbench("zh-CN");
    try {
      await open.pane.getByRole("button", { name: "检查" }).waitFor();
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) times.push(Math.round(await opened(open)));
      const median = [...times].sort((a, b) => a - b)[RUNS >> 1];
      process.stdout.write(`pane start: median ${median} ms of ${times.join(", ")} (goal ${GOAL})\n`);
    } finally {
      await open.close();
    }
  }, 120_000);
});
