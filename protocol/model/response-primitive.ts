import type { AttributeValue } from './attribute-value';
import type { PrimitiveContent } from './primitive-content';

/** A response primitive. Codes are numbers, as in the JSON serialization (4104). @see TS-0004 7.2.1.2 */
export interface ResponsePrimitive {
  readonly responseStatusCode: number;
  readonly requestIdentifier: string;
  readonly content?: PrimitiveContent;
  readonly to?: string;
  readonly from?: string;
  readonly originatingTimestamp?: string;
  readonly resultExpirationTimestamp?: string;
  readonly eventCategory?: number;
  readonly contentStatus?: number;
  readonly contentOffset?: number;
  readonly assignedTokenIdentifiers?: AttributeValue;
  readonly tokenRequestInformation?: AttributeValue;
  readonly authorizationSignatureRequestInformation?: boolean;
  readonly releaseVersionIndicator?: string;
  readonly vendorInformation?: string;
  /** The address of a created resource, where the binding carries it beside the content. */
  readonly contentLocation?: string;
}

/** Whether it refuses or reports an error. @see TS-0004 6.6.2 */
export function isFailure({ responseStatusCode }: Pick<ResponsePrimitive, 'responseStatusCode'>): boolean {
  return responseStatusCode >= 4000;
}
