import type { Cse } from '../cse';

/** The release that this CSE's own requests comply with: 3 where it is supported. @see SOM 6.4.1 Release Version Indicator */
export function releaseOf(cse: Cse): string {
  const supported = cse.config.supportedReleaseVersions;
  return supported.includes('3') ? '3' : (supported.at(-1) ?? '3');
}
