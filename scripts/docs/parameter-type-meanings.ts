/** What a word in braces stands for in a step, and how one writes it. Every parameter type that a step uses is here. */
export const PARAMETER_TYPE_MEANINGS: {
  readonly [name: string]: readonly [meaning: string, example: string];
} = {
  name: ['the name by which a scenario knows a resource; the real resource name is made unique', '`"pumps"`'],
  path: [
    'a named resource and what follows it, if it matters with the form of the address',
    '`"pumps/fopt/la"`, `"m1" (SP-relative)`, `"m1" (absolute unstructured)`',
  ],
  members: ['one or several paths', '`"m1", "m2" and "m3"`'],
  status: ['a response status code; name and number must agree with the table', '`BAD_REQUEST (4000)`'],
  statuses: [
    'one code, or several that the document allows; which one came is entered in the ledger',
    '`CONFLICT (4105) or BAD_REQUEST (4000)`',
  ],
  originator: ['who sends: an application AE1 to AE9, or a CSE that a tester plays', '`AE1`, `CSE2`'],
  host: ['a member-hosting CSE that a tester plays', '`CSE2`'],
  choice: ['which members a request asks for', '`any 2 members`, `members "m1", "m3"`'],
  does: ['an operation without content', '`retrieves`, `deletes`'],
  operation: ['an operation', '`create`, `retrieve`, `update`, `delete`, `notify`'],
  type: [
    'a kind of resource: a resource type, or a specialization of mgmtObj or flexContainer',
    '`container`, `firmware`, `colour`',
  ],
  duration: [
    'a time; it is multiplied with `ixit.timeScale` of the target',
    '`500 milliseconds`, `2 seconds`, `10 minutes`',
  ],
  form: [
    'the form of an address',
    '`structured`, `unstructured`, `SP-relative structured`, `absolute unstructured`',
  ],
  parameter: ['a request parameter by its title in table 6.4.1-1', '`Group Request Identifier`'],
  attribute: ['an attribute by its long name', '`memberTypeValidated`'],
  media: ['a serialization', '`JSON`, `XML`'],
  listener: ['who is told of results: an application, or a notification target', '`AE1`, `"NT1"`'],
  mode: [
    'how an application wants the results of an interactive request',
    '`and to be notified`, `and to be notified at AE1 and "NT1"`, `and to come back for the results`',
  ],
  reaction: [
    'what a listener does with a message about results',
    '`stays silent`, `acknowledges too late`, `refuses with BAD_REQUEST (4000)`, `answers after 5 seconds`',
  ],
  requestStatuses: ['one or several values of requestStatus', '`PENDING or PARTIALLY_COMPLETED`'],
  device: ['a device behind a gateway, by its name', '`"d1"`'],
  devices: ['one or several devices', '`"d1", "d2" and "d3"`'],
  players: ['testers that a scenario tells what to do', '`the server`, `the gateway`, `"d1", "d2"`'],
  client: ['the target as a client of the server', '`the gateway`, `the device`'],
  manager: ['the target as a server of its clients', '`the server`, `the gateway`'],
  peer: ['the tester that is the client of a manager', '`the gateway`, `"d1"`'],
  target: ['whoever is under test', '`the server`, `the gateway`, `the device`'],
  dmStatus: ['a status code of DM; name and number must agree with the table', '`NOT_FOUND (404)`'],
  dmStatuses: ['one code, or several that are allowed', '`OK (200) or ACCEPTED_FOR_PROCESSING (202)`'],
  authentication: ['a type of credentials', '`basic`, `MD5`, `HMAC`'],
  serialization: ['a serialization of SyncML', '`XML`, `WBXML`'],
  message: [
    'messages of the target in the session that the scenario is about',
    '`every message`, `the last message`, `package 3`',
  ],
  conduct: [
    'how a tester behaves from now on, other than by the book',
    '`is offline`, `answers after 5 seconds`, `sends wrong credentials`, `divides its package into 3 messages`',
  ],
  defect: [
    'what is wrong with a message that a tester sends on purpose',
    '`cut in the middle`, `with entities that multiply`, `with a MsgRef to nowhere`',
  ],
  word: ['a single word', '`Cred`'],
  agent: [
    'a party of DM 2.0; where it is a tester it is scripted, of the target it is said what it does anyway',
    '`the DM Server`, `the DM Client`, `the Push Service`, `the repository`',
  ],
  manner: [
    'what a tester of DM 2.0 does other than by the book',
    '`asks for Digest credentials`, `answers package 3 with GONE (410) once`, `redirects "level"`',
  ],
  flaw: [
    'what is wrong with a message of DM 2.0; the rest of it is by the book',
    '`cut in the middle`, `with two start alerts`, `of the media type "text/plain"`',
  ],
  codes: [
    'one or several statuses of HTTP or of a command of DM 2.0, or any refusal; name and number must agree with the tables',
    '`GONE (410)`, `OK (200) or ACCEPTED (202)`, `a refusal`',
  ],
  event: ['what happens inside of a device', '`a timer`, `the user`, `another event`'],
  dm2Device: [
    'a device of DM 2.0; another one has credentials of its own',
    '`the DM Client`, `another device`',
  ],
  packet: [
    'a message of DM 2.0, the latest of its kind',
    '`package 1`, `every package 3`, `the notification`, `the push request`, `the push report`',
  ],
  receiver: ['whoever takes messages of DM 2.0', '`the repository`, `the forbidden host`, `the DM Client`'],
  times: ['how often', '`once`, `twice`, `4 times`, `up to the limit`'],
  pushOutcome: [
    'what became of a notification, as a push service reports it',
    '`delivered`, `refused`, `undeliverable`, `expired`',
  ],
  party: [
    'who takes part in sessions: an application or a CSE that testers play, or the target',
    '`AE1`, `CSE2`, `the CSE`',
  ],
  sessionMessage: [
    'a message of service sessions by what it is about',
    '`establishment`, `update`, `terminations`, `deletion of the policy`',
  ],
  position: [
    'where the target stands between AE1, which begins sessions, and AE2, which is invited',
    '`first`, `middle`, `last`, `only`',
  ],
  protection: [
    'what protected data has other than by the book',
    '`encrypted with another key`, `without an algorithm`, `with the sequence number 1`, `of 1000 bytes`, `used before`',
  ],
  string: ['any text in quotes', '`"g1"`'],
  int: ['a whole number', '`3`'],
};
