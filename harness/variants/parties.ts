/** A party of the reference that can be deployed otherwise, and the scenarios that are played on it. */
export interface PartyRow {
  readonly roles: readonly string[];
  /** Keys of documents. */
  readonly documents: readonly string[];
}

export type PartyName =
  | 'cse'
  | 'ae'
  | 'dm-server'
  | 'dm-gateway'
  | 'dm-client'
  | 'dm2-server'
  | 'dm2-client'
  | 'push-service';

export const PARTIES: { readonly [name in PartyName]: PartyRow } = {
  cse: {
    roles: ['group-hosting-cse', 'member-hosting-cse', 'session-cse'],
    documents: ['SOM', 'IGO', 'SES'],
  },
  ae: { roles: ['ae'], documents: ['SOM', 'IGO', 'SES'] },
  'dm-server': { roles: ['dm-server'], documents: ['GFO'] },
  'dm-gateway': { roles: ['dm-gateway'], documents: ['GFO'] },
  'dm-client': { roles: ['dm-client'], documents: ['GFO'] },
  'dm2-server': { roles: ['dm-server'], documents: ['DM2'] },
  'dm2-client': { roles: ['dm-client'], documents: ['DM2'] },
  'push-service': { roles: ['push-service'], documents: ['DM2'] },
};
