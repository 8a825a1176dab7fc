import type { Terminal } from './terminal';

/** A terminal without colours that keeps what is written, for tests. */
export interface RecordingTerminal extends Terminal {
  readonly lines: readonly string[];
  readonly complaints: readonly string[];
}

export function recordingTerminal(): RecordingTerminal {
  const lines: string[] = [];
  const complaints: string[] = [];
  const plain = (text: string): string => text;
  return {
    lines,
    complaints,
    line: (text = '') => {
      lines.push(text);
    },
    complain: (text) => {
      complaints.push(text);
    },
    paint: { good: plain, bad: plain, unsure: plain, faint: plain, strong: plain },
    isLive: false,
  };
}
