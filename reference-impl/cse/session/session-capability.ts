import { SESSION_CAPABILITY } from '../../../protocol/tables/onem2m/session-types';
import { textList } from '../attribute-reading';
import type { Resource } from '../resource';

/** Whether an <AE>, a <CSEBase> or a <remoteCSE> says that it can do sessions. @see SES 1 steps 1 and 2 */
export function hasSessionCapability({ attributes }: Resource): boolean {
  return textList(attributes.labels).includes(SESSION_CAPABILITY);
}
