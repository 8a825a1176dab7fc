import type { Terminal } from './terminal';

/** A wish to stop, from the keyboard or from the system. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Gives the signals back to the process. */
  dispose(): void;
}

/** The first SIGINT or SIGTERM stops after the scenario under way; the second one at once. */
export function onInterruption(terminal: Terminal): Interruption {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    terminal.complain('\nstopping after this scenario; once more to stop at once');
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    dispose: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
