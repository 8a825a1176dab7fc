import { Inconclusive } from '../verdict/deviation';

/** Where a named resource of a scenario is. `cseID` is SP-relative, with its slash. */
export interface Place {
  /** The name the scenario uses. */
  readonly name: string;
  readonly typeName: string;
  /** Root element of its representation. */
  readonly element: string;
  readonly cseID: string;
  /** Unstructured identifier within its CSE. */
  readonly resourceID: string;
  /** Structured identifier within its CSE: `cse-in/ae1/pumps`. */
  readonly structured: string;
  /** Name of the place it is a child of, where that is a named resource too. */
  readonly parent?: string;
}

/** The ways to write an address. The first four are relative to a CSE or to a service provider. */
export const ADDRESS_FORMS = [
  'structured',
  'unstructured',
  'SP-relative structured',
  'SP-relative unstructured',
  'absolute structured',
  'absolute unstructured',
] as const;

export type AddressForm = (typeof ADDRESS_FORMS)[number];

/** Writes the address of a place in the asked form. An absolute one needs the name of the service provider. */
export function addressOf(place: Place, form: AddressForm, serviceProviderID: string, suffix = ''): string {
  const identifier = form.endsWith('unstructured') ? place.resourceID : place.structured;
  const relative = suffix === '' ? identifier : `${identifier}/${suffix}`;
  if (form.startsWith('SP-relative')) return `${place.cseID}/${relative}`;
  if (!form.startsWith('absolute')) return relative;
  if (serviceProviderID === '')
    throw new Inconclusive('an absolute address needs cse.serviceProviderID in the target file');
  return `//${serviceProviderID}${place.cseID}/${relative}`;
}
