import type { NonceSecret } from '../../../protocol/codec/syncml/digests';
import type { Meta } from '../../../protocol/model/syncml-item';
import type { SyncMLHeader } from '../../../protocol/model/syncml-message';
import { VERSION_DTD, VERSION_PROTOCOL } from '../../../protocol/tables/syncml/identifiers';
import type { Proof } from './credentials';

/** What tells the messages of a session apart, and who talks to whom. */
export interface Addressing {
  readonly sessionID: string;
  readonly messageID: number;
  readonly target: string;
  readonly source: string;
  readonly responseURI?: string;
}

/** A header of DM 1.2 with what the message carries of credentials. @see DM_RepPro 4.1.2.2 */
export function headed(
  { target, source, ...addressing }: Addressing,
  proof: Proof,
  meta: Meta | undefined,
): { readonly header: SyncMLHeader; readonly mac: { readonly mac?: NonceSecret } } {
  const header = {
    versionDTD: VERSION_DTD,
    versionProtocol: VERSION_PROTOCOL,
    ...addressing,
    target: { uri: target },
    source: { uri: source, ...(proof.name !== undefined && { name: proof.name }) },
    ...(proof.credential !== undefined && { credential: proof.credential }),
    ...(meta !== undefined && { meta }),
  };
  return { header, mac: proof.mac === undefined ? {} : { mac: proof.mac } };
}
