import pc from 'picocolors';

/** Where a command writes for people. The only file that knows colours; NO_COLOR and FORCE_COLOR are honoured. */
export interface Terminal {
  /** A line of the result. */
  line(text?: string): void;
  /** A line about what went wrong, beside the result. */
  complain(text: string): void;
  readonly paint: Paint;
  /** True where a line may be redrawn. */
  readonly isLive: boolean;
}

export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  unsure(text: string): string;
  faint(text: string): string;
  strong(text: string): string;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    line: (text = '') => {
      process.stdout.write(`${text}\n`);
    },
    complain: (text) => {
      process.stderr.write(`${text}\n`);
    },
    paint: { good: pc.green, bad: pc.red, unsure: pc.yellow, faint: pc.dim, strong: pc.bold },
    isLive: process.stdout.isTTY === true && process.env.CI === undefined,
  };
}
