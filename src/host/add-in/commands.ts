/** A ribbon button was pressed: a running number, the name of its function, the button's id. */
export interface Invocation {
  readonly number: number;
  readonly name: string;
  readonly control: string;
}

/** The presses of ribbon buttons, on their way to the functions that the add-in has for them. */
export class Commands {
  private readonly listeners = new Set<(invocation: Invocation) => void>();
  private readonly running = new Map<number, () => void>();
  private count = 0;

  /** Hears every press from now on, until the answer is called. */
  listen(listener: (invocation: Invocation) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** True when an add-in has said that it takes presses. */
  get isHeard(): boolean {
    return this.listeners.size > 0;
  }

  /** Presses the button of that function; done when the add-in says that it has completed. */
  run(name: string, control = name): Promise<void> {
    if (!this.isHeard) return Promise.reject(new Error(`no add-in hears the command ${name}`));
    const invocation = { number: ++this.count, name, control };
    return new Promise((resolve) => {
      this.running.set(invocation.number, resolve);
      for (const listener of this.listeners) listener(invocation);
    });
  }

  /** The add-in has completed that press. */
  finish(number: number): void {
    const done = this.running.get(number);
    this.running.delete(number);
    done?.();
  }
}
