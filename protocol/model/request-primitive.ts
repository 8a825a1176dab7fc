import type { AttributeValue } from './attribute-value';
import type { Operation } from './operation';
import type { PrimitiveContent } from './primitive-content';

/** m2m:responseTypeInfo; `value` 1 synch, 2 asynch, 3 blocking, 4 flexBlocking. @see TS-0004 6.3.5.30 */
export interface ResponseType {
  readonly value: number;
  /** Absent: notify the Originator. Empty: notify nobody. */
  readonly notificationURIs?: readonly string[];
}

/** Filter Criteria by the long names of its conditions (`filterUsage`, `attributeList`, ...). */
export type FilterCriteria = { readonly [condition: string]: AttributeValue };

/**
 * A request primitive: the parameters of table 6.4.1-1 under their names in camel case.
 * Times are kept as they came: ISO 8601 basic (`20261120T101500,250`) or milliseconds from now (`5000`).
 * @see SOM 6.4.1, TS-0004 7.2.1.1
 */
export interface RequestPrimitive {
  readonly operation: Operation;
  readonly to: string;
  readonly from?: string;
  readonly requestIdentifier: string;
  readonly resourceType?: number;
  readonly content?: PrimitiveContent;
  readonly roleIDs?: readonly string[];
  readonly originatingTimestamp?: string;
  readonly requestExpirationTimestamp?: string;
  readonly resultExpirationTimestamp?: string;
  readonly operationExecutionTime?: string;
  readonly responseType?: ResponseType;
  readonly resultPersistence?: string;
  readonly resultContent?: number;
  readonly eventCategory?: number;
  readonly deliveryAggregation?: boolean;
  readonly groupRequestIdentifier?: string;
  readonly filterCriteria?: FilterCriteria;
  readonly desiredIdentifierResultType?: number;
  readonly tokens?: readonly string[];
  readonly tokenIDs?: readonly string[];
  readonly localTokenIDs?: readonly string[];
  readonly tokenRequestIndicator?: boolean;
  readonly groupRequestTargetMembers?: readonly string[];
  readonly groupSomecastTargetNumber?: number;
  readonly authorizationSignatureIndicator?: boolean;
  readonly authorizationSignatures?: readonly string[];
  readonly authorizationRelationshipIndicator?: boolean;
  readonly semanticQueryIndicator?: boolean;
  readonly releaseVersionIndicator?: string;
  readonly vendorInformation?: string;
  /** The service session that the request belongs to. @see docs/profiles/service-sessions.md */
  readonly sessionID?: string;
}
