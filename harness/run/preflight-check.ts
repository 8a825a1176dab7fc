import { realTime } from '../cast/real-time';
import type { Link } from '../links/link';

/** One thing that was looked at before the run. */
export interface PreflightCheck {
  readonly name: 'testers' | 'trigger' | 'reachable' | 'authorised' | 'clock';
  readonly ok: boolean;
  /** What was found. */
  readonly detail: string;
  readonly advice?: string;
}

/** An address of the target file. */
interface AddressToCheck {
  readonly name: PreflightCheck['name'];
  readonly url: string;
  /** Where it stands in the file. */
  readonly key: string;
}

/** Any answer will do: who takes a POST need not answer a GET. */
export async function answersAt(
  { name, url, key }: AddressToCheck,
  link: Link,
  limit: number,
): Promise<PreflightCheck> {
  const why = await realTime
    .settle(link.send(new Request(url)), limit)
    .then((answer) => (answer ? undefined : `${url} does not answer within ${limit} ms`))
    .catch(messageOf);
  if (why === undefined) return { name, ok: true, detail: `${url} answers` };
  return { name, ok: false, detail: why, advice: `check ${key}, and that the target is running` };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
