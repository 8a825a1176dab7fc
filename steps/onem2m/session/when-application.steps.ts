import type { DataTable } from '@cucumber/cucumber';
import { addressOf } from '../../../harness/cast/place';
import { changed } from '../../../harness/cast/session/manner';
import { octetsFrom } from '../../../harness/cast/session/protections';
import { scheduleEntries } from '../../../harness/cast/session/window';
import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import type { Path } from '../../parameter-types';
import { stimulus } from '../../say';
import type { FlowproofWorld } from '../../world';
import { identifierOf } from '../cells';
import { establishFor, invitation, offerSessions, sessionsOf } from './application';
import { playOf } from './play';
import { rowsToSend } from './rows';

stimulus('the application is told to offer sessions', function () {
  return offerSessions(this);
});

stimulus(
  'the application is told to establish a session {name} with {party}',
  function (session: string, partner: string) {
    return establishFor(this, session, partner);
  },
);

stimulus(
  'the application is told to update {path} in session {name}',
  function (path: Path, _session: string) {
    const resource = identifierOf(this, path);
    return sessionsOf(this).tell({ procedure: 'updateInSession', resource, data: 'a reading' });
  },
);

stimulus('the application is told to read {path} in session {name}', function (path: Path, _session: string) {
  return sessionsOf(this).tell({ procedure: 'readInSession', resource: identifierOf(this, path) });
});

stimulus('the application is told to end session {name}', function (_session: string) {
  return sessionsOf(this).tell({ procedure: 'endSession' });
});

stimulus(
  'the application is told to set a policy {name} on {name} with:',
  async function (policy: string, session: string, table: DataTable) {
    const { changes, windows } = await rowsToSend(this, table.raw(), 'the application');
    const { policies } = playOf(this).session(session);
    policies.push({ name: policy, resourceName: policy, by: 'the application', windows });
    const { appliesTo } = changes;
    await sessionsOf(this).tell({
      procedure: 'setSessionPolicy',
      delivery: windows.length > 0 ? 'storeAndForward' : 'immediate',
      entries: windows.flatMap(scheduleEntries),
      appliesTo: Array.isArray(appliesTo) ? appliesTo.map(String) : [],
    });
  },
);

stimulus(
  'CSE1 invites the application to a session {name} from {party}',
  async function (session: string, partner: string) {
    const { event } = await invitation(this, session, partner);
    await sessionsOf(this).notify(event);
  },
);

/** By the book but for the rows. */
stimulus(
  'CSE1 invites the application to a session {name} from {party} with:',
  async function (session: string, partner: string, table: DataTable) {
    const { event } = await invitation(this, session, partner);
    const { changes } = await rowsToSend(this, table.raw(), partner);
    const written = Object.entries(changes).map(([name, value]) => [SHORT[name] ?? name, value]);
    await sessionsOf(this).notify(changed(event as Attributes, Object.fromEntries(written)));
  },
);

stimulus(
  'CSE1 tells the application of an update of {path} in session {name}',
  function (path: Path, session: string) {
    const place = this.scene.required(path.name);
    const rsr = addressOf(place, 'SP-relative structured', this.serviceProviderID);
    return tell(this, { typ: 2, sid: playOf(this).session(session).sessionID ?? '', rsr });
  },
);

stimulus('CSE1 tells the application of the termination of session {name}', function (session: string) {
  return tell(this, { typ: 3, sid: playOf(this).session(session).sessionID ?? '' });
});

stimulus('CSE1 tells the application of the termination of a session that it does not know', function () {
  const unknown = octetsFrom(this.scene.stage.unique('unknown session'), 24).toString('base64url');
  return tell(this, { typ: 3, sid: unknown });
});

/** Of what a scenario changes. */
const SHORT: { readonly [name: string]: string } = {
  sessionID: 'sid',
  sessionCredentials: 'scr',
  sessionAddress: 'sad',
  initiatingEndpoint: 'iep',
};

function tell(world: FlowproofWorld, event: { readonly [name: string]: AttributeValue }): Promise<void> {
  return sessionsOf(world).notify(event);
}
