import type { ALERT_MARKS } from '../tables/syncml/alert-codes';
import type { AttributeValue } from './attribute-value';

/** What a client tells a server of its own accord, in a package 1 or 3. @see dm2.md 3.5 */
export interface ManagementAlert {
  readonly alertType: string;
  /** The node that it is about. */
  readonly sourceURI?: string;
  readonly targetURI?: string;
  readonly mark?: (typeof ALERT_MARKS)[number];
  readonly dataType?: string;
  /** What is in it is a matter of the alert's type. */
  readonly data?: { readonly [name: string]: AttributeValue };
}
