import type { HostReaction } from '../../harness/cast/dm2/object-host';
import { CODE_PATTERN, codeOf } from './codes';
import type { Script } from './manners';
import { type Wording, wording } from './wording';

const NAME = '"([^"]*)"';

export const REPOSITORY_MANNERS: readonly Wording<Script>[] = [
  wording(`answers ${NAME} with (${CODE_PATTERN})`, (name, code) =>
    about(name, { kind: 'status', status: codeOf(code) }),
  ),
  wording(`redirects ${NAME}`, (name) => ({ dm2 }) => {
    const location = `${dm2.stage.addresses.forbidden}/${name}`;
    dm2.repository.reactions.set(name, { kind: 'redirect', location });
  }),
  wording(`stays silent about ${NAME}`, (name) => about(name, { kind: 'silent' })),
  wording(`breaks off ${NAME} in the middle`, (name) => about(name, { kind: 'broken off' })),
  wording(`sends ${NAME} without end`, (name) => about(name, { kind: 'endless' })),
  wording(`sends ${NAME} as ([a-z]+/[a-z.+-]+)`, (name, mediaType) => about(name, { kind: 'as', mediaType })),
  wording(`sends garbage for ${NAME}`, (name) => about(name, { kind: 'garbage' })),
  wording('accepts text/plain only', () => ({ dm2 }) => {
    dm2.repository.accepts = 'text/plain';
  }),
];

function about(name: string, reaction: HostReaction): Script {
  return ({ dm2 }) => {
    dm2.repository.reactions.set(name, reaction);
  };
}
