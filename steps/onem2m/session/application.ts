import { addressOf } from '../../../harness/cast/place';
import {
  APPLICATION,
  ApplicationSessions,
  type WrittenEvent,
} from '../../../harness/cast/session/application-sessions';
import type { KnownSession } from '../../../harness/cast/session/known-session';
import { check } from '../../../harness/verdict/check';
import type { FlowproofWorld } from '../../world';
import { applicationOf, hostForApplication, OWN_AE } from '../application';
import { playOf } from './play';

const all = new WeakMap<object, ApplicationSessions>();

/** The application under test and its sessions. */
export function sessionsOf(world: FlowproofWorld): ApplicationSessions {
  const play = playOf(world);
  const known = all.get(play);
  if (known) return known;
  const sessions = new ApplicationSessions(play, applicationOf(world));
  all.set(play, sessions);
  return sessions;
}

/** CSE-ID of its registrar and its own collection of sessions, as triggers name them. */
export function ownPlace(world: FlowproofWorld): { readonly registrar: string; readonly sessions: string } {
  const { places, stage } = world.scene;
  if (!places.find(OWN_AE)) hostForApplication(world, OWN_AE, 'AE');
  const { structured } = world.scene.required(OWN_AE);
  return { registrar: stage.cse.cseID, sessions: `${structured}/sessions` };
}

export async function offerSessions(world: FlowproofWorld): Promise<void> {
  await sessionsOf(world).tell({ procedure: 'offerSessions', ...ownPlace(world), accept: true });
}

export async function establishFor(world: FlowproofWorld, name: string, partner: string): Promise<void> {
  const sessions = sessionsOf(world);
  await sessions.expect(name, APPLICATION, partner);
  const target = await playOf(world).addressOfApplication(partner);
  await sessions.tell({ procedure: 'establishSession', ...ownPlace(world), target });
  sessions.identify();
}

/** An invitation by the book. */
export async function invitation(
  world: FlowproofWorld,
  name: string,
  partner: string,
): Promise<{ readonly session: KnownSession; readonly event: WrittenEvent }> {
  const sessions = sessionsOf(world);
  const session = await sessions.expect(name, partner, APPLICATION);
  sessions.allocate(session);
  sessions.identify();
  const place = world.scene.required(partner);
  const { structured } = world.scene.required(OWN_AE);
  session.address = `${world.scene.stage.cse.cseID}/${structured}/sessions/${session.sessionID}`;
  return {
    session,
    event: {
      typ: 1,
      sid: session.sessionID,
      scr: session.credentials,
      sad: session.address,
      iep: {
        eid: await playOf(world).cast.idOf(partner),
        ead: addressOf(place, 'SP-relative structured', ''),
        dsc: 'meter reader',
      },
    },
  };
}

/** The code with which the application answered the latest message. */
export function answeredWith(world: FlowproofWorld): number {
  const { outcome } = sessionsOf(world);
  const actual = outcome?.kind === 'none' ? outcome.why : 'nothing was sent to it';
  check(outcome?.kind === 'answer', 'the answer of the application', 'an answer', actual);
  return outcome?.kind === 'answer' ? outcome.response.responseStatusCode : 0;
}
