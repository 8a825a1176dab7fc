import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import type { DigestFields } from '../../harness/cast/dm2/make-credentials';
import { type RawMessage, withHeader, withText } from '../../harness/cast/dm2/raw-message';
import { Inconclusive } from '../../harness/verdict/deviation';
import { encodeAuthorization } from '../../protocol/codec/dm2/authorization';
import type { Flaw } from './flaws';
import { type Wording, wording } from './wording';

/** What can be wrong with the credentials of a device, or of a server that asks a push service. @see dm2.md 9 */

type Spoil = Flaw['spoil'];

export const CREDENTIAL_FLAWS: readonly Wording<Spoil>[] = [
  wording('without credentials', () => (message) => withAuthorization(message, undefined)),
  wording('with wrong credentials', () => (message, { stage }) => {
    const user = stage.role === 'push-service' ? stage.pushCredentials?.user : stage.account.user;
    return withAuthorization(message, basic(user ?? 'nobody', 'flowproof-guessed-this'));
  }),
  wording('with credentials of another device', () => (message, { stage }) => {
    const { otherAccount } = stage;
    if (otherAccount === undefined) throw new Inconclusive('the target file names no second device');
    return withAuthorization(message, basic(otherAccount.user, otherAccount.password));
  }),
  wording('with unreadable credentials', () => (message) => withAuthorization(message, 'Basic ====')),
  wording('with a digest for another URI', () => (message, scene) => {
    return withAuthorization(
      message,
      digest(scene, message, (fields) => ({ ...fields, uri: '/elsewhere' })),
    );
  }),
  wording('with a nonce that is made up', () => (message, scene) => {
    const nonce = 'flowproof-made-this-up';
    return withAuthorization(
      message,
      digest(scene, message, (fields) => ({ ...fields, nonce })),
    );
  }),
  wording('with a nonce count that was used', () => async (message, scene) => {
    const header = digest(scene, message, (fields) => fields);
    const proven = withAuthorization(message, header);
    await scene.client.send(withText(proven, 'no package, but with good credentials'));
    return proven;
  }),
];

function withAuthorization(message: RawMessage, header: string | undefined): RawMessage {
  return withHeader(message, 'Authorization', header);
}

function basic(user: string, password: string): string {
  return encodeAuthorization({ scheme: 'basic', user, password });
}

function digest(
  { client }: DM2Scene,
  { url }: RawMessage,
  change: (fields: DigestFields) => DigestFields,
): string {
  const fields = client.credentials.fields(url);
  if (fields === undefined) throw new Inconclusive('the server has handed out no nonce');
  return client.credentials.digest(change(fields));
}
