import { textList } from './attribute-reading';
import type { Cse } from './cse';
import { destinationOf } from './destination';
import { releaseOf } from './group/release';
import type { Resource } from './resource';

/**
 * The release of a message that this CSE makes for whoever is at an address: the highest that both support, as far as
 * this CSE knows what the other one does. @see TS-0004 table 6.3.3-1 Release Version Indicator
 */
export function releaseToward(cse: Cse, to: string): string {
  const theirs = textList(receiverAt(cse, to)?.attributes.supportedReleaseVersions);
  const common = cse.config.supportedReleaseVersions.filter((release) => theirs.includes(release));
  return common.at(-1) ?? releaseOf(cse);
}

/** The <remoteCSE> of the neighbour who gets it, or the <AE>. Who is behind a URL is not known. */
function receiverAt(cse: Cse, to: string): Resource | undefined {
  const destination = destinationOf(cse.config, to);
  if (destination.kind === 'cse') return cse.procedures.nextHopTo(cse, destination.cseID);
  return destination.kind === 'here' ? cse.resolve(to)?.resource : undefined;
}
