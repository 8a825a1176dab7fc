import type { Target } from '../config/target';
import type { Link } from '../links/link';
import type { ApplicationUnderTest } from './application';
import { tellTarget } from './tell-target';

/** An application outside this process, told by the trigger of its target file. @see docs/profiles/application-trigger.md */
export function applicationOutside(target: Target, link: Link): ApplicationUnderTest {
  const trigger = target.application?.trigger;
  if (trigger === undefined) throw new Error(`${target.name}: the target file has no application.trigger`);
  const telling = { trigger, link, limit: target.ixit.responseTimeout };
  return { tell: (message) => tellTarget(telling, message) };
}
