import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Envelope } from '@cucumber/messages';

/**
 * A messages.ndjson that grows with each scenario that ends, so that a run that is killed leaves all that it has done.
 * The messages of a scenario under way are of no use to whoever resumes it, and wait for its end.
 */
export interface MessageFile {
  write(message: Envelope): void;
  close(): void;
}

export function openMessageFile(path: string, mode: 'new' | 'append'): MessageFile {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, mode === 'new' ? 'w' : 'a');
  let waiting = '';
  const flush = (): void => {
    if (waiting !== '') writeSync(file, waiting);
    waiting = '';
  };
  return {
    write(message) {
      waiting += `${JSON.stringify(message)}\n`;
      if (message.testCaseFinished) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
