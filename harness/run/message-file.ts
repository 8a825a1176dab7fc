import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Envelope } from '@cucumber/messages';

/** A messages.ndjson that grows with the run, so that a run that is killed leaves everything up to that moment. */
export interface MessageFile {
  write(message: Envelope): void;
  close(): void;
}

export function openMessageFile(path: string, mode: 'new' | 'append'): MessageFile {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, mode === 'new' ? 'w' : 'a');
  return {
    write: (message) => {
      writeSync(file, `${JSON.stringify(message)}\n`);
    },
    close: () => closeSync(file),
  };
}
