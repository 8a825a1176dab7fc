import { textList } from '../attribute-reading';
import type { Resource } from '../resource';

/** The label of whoever can do service sessions. @see docs/profiles/service-sessions.md */
export const SESSION_CAPABILITY = 'service-sessions';

/** Whether an <AE>, a <CSEBase> or a <remoteCSE> says that it can do sessions. @see SES 1 steps 1 and 2 */
export function hasSessionCapability({ attributes }: Resource): boolean {
  return textList(attributes.labels).includes(SESSION_CAPABILITY);
}
