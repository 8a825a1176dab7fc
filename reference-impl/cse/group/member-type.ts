/** What the hosting CSE could learn of the type of one member. @see SOM 7.4.13.2.1 step 1 */
export type MemberType =
  | {
      readonly kind: 'known';
      /** m2m:memberType: a resource type, or a virtual type such as 20002 (latest). */
      readonly memberType: number;
      /** mgmtDefinition of a mgmtObj, containerDefinition of a flexContainer. */
      readonly specializationType?: string | number;
    }
  /** The Originator may not read it. */
  | { readonly kind: 'unreadable' }
  /** Its hosting CSE does not answer at present. */
  | { readonly kind: 'unreachable' }
  /** Its hosting CSE knows no such resource. */
  | { readonly kind: 'missing' };
