/**
 * The data types of service sessions. No published table has them: names and values are those of the profile.
 * @see docs/profiles/service-sessions.md
 */
import { ANY_URI, ID, SESSION_EVENT_TYPE, STRING } from './data-types';
import type { DataType } from './rows';

/** The label of whoever can do service sessions. */
export const SESSION_CAPABILITY = 'service-sessions';

/** An application that takes part in a session. */
export const SESSION_ENDPOINT: DataType = {
  kind: 'complex',
  name: 'fp:endpoint',
  members: [
    { name: 'endpointID', short: 'eid', type: ID, required: true },
    { name: 'endpointAddress', short: 'ead', type: ANY_URI },
    { name: 'notificationURI', short: 'nu', type: ANY_URI },
    { name: 'description', short: 'dsc', type: STRING },
  ],
};

/** What an endpoint is told of a session. */
export const SESSION_EVENT: DataType = {
  kind: 'complex',
  name: 'fp:sessionEvent',
  members: [
    { name: 'type', short: 'typ', type: SESSION_EVENT_TYPE, required: true },
    { name: 'sessionID', short: 'sid', type: STRING, required: true },
    { name: 'sessionCredentials', short: 'scr', type: STRING },
    { name: 'sessionAddress', short: 'sad', type: ANY_URI },
    { name: 'initiatingEndpoint', short: 'iep', type: SESSION_ENDPOINT },
    { name: 'resource', short: 'rsr', type: ANY_URI },
  ],
};
