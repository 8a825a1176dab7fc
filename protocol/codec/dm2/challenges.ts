import { readAuthParameters, splitChallenges } from './auth-parameters';
import { algorithmOf, type Challenge } from './authorization';

/** The challenges of `WWW-Authenticate` that a client can meet, in the order of the header; others are passed over. @see dm2.md 9 */
export function readChallenges(header: string | null): readonly Challenge[] {
  return splitChallenges(header ?? '').flatMap(({ scheme, rest }) => {
    const parameters = readAuthParameters(rest);
    const challenge = parameters === undefined ? undefined : challengeOf(scheme, parameters);
    return challenge === undefined ? [] : [challenge];
  });
}

function challengeOf(scheme: string, parameters: ReadonlyMap<string, string>): Challenge | undefined {
  const realm = parameters.get('realm') ?? '';
  if (scheme === 'basic') return { scheme, realm };
  const [nonce, opaque] = [parameters.get('nonce'), parameters.get('opaque')];
  const algorithm = algorithmOf(parameters.get('algorithm'));
  const qualities = (parameters.get('qop') ?? '').split(',').map((quality) => quality.trim());
  if (scheme !== 'digest' || nonce === undefined || algorithm === undefined || !qualities.includes('auth'))
    return undefined;
  return {
    scheme,
    realm,
    nonce,
    algorithm,
    ...(opaque !== undefined && { opaque }),
    ...(parameters.get('stale')?.toLowerCase() === 'true' && { stale: true }),
  };
}
