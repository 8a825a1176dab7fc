import { DEFAULT_LIMITS } from '../../protocol/codec/limits';
import {
  decodeSyncMLBody,
  encodeSyncMLBody,
  readSyncMLMediaType,
} from '../../protocol/codec/syncml/syncml-body';
import { SYNCML_MEDIA_TYPES } from '../../protocol/tables/syncml/identifiers';
import { clientFaults } from './client-faults';
import type { Endpoint, Fault } from './fault';

const UNREADABLE = 'A message <defect> is not executed, with <client> under test';
const UNREADABLE_WBXML = 'WBXML <defect> is not executed, with <client> under test';

/** Deviations of a client whose server sends what it should not. Those of reading are the same in device and gateway. */
export const CLIENT_HOSTILE_MESSAGE_FAULTS: readonly Fault[] = [
  ...clientFaults([
    {
      name: 'session-of-message-unchecked',
      description: 'Takes messages of other sessions and versions.',
      catches: [UNREADABLE],
      atGateway: [UNREADABLE],
      session: () => ({ belongsToSession: () => true }),
    },
    {
      name: 'identifiers-unchecked',
      description: 'Carries commands out that it cannot tell apart.',
      catches: ['Commands <defect> are refused'],
      session: () => ({ areIdentifiersSound: () => true }),
    },
    {
      name: 'repeated-message-executed',
      description: 'Carries out a message that it had before.',
      catches: ['A message that comes twice is executed once'],
      session: (own) => ({
        belongsToSession: (session, message) =>
          own.belongsToSession({ ...session, received: session.received - 1 }, message),
      }),
    },
    {
      name: 'stray-status-stops-device',
      description: 'Ends the session at a Status that answers nothing of it, and opens none after it.',
      catches: ['A Status <defect> is ignored'],
      session(own) {
        let isStopped = false;
        return {
          outcomeOfOwnHeader(session, { commands, ...message }) {
            isStopped ||= commands.some(
              (one) =>
                one.kind === 'Status' &&
                ((one.messageReference ?? 0) > session.sent ||
                  Number(one.commandReference) > session.said.length + 1),
            );
            return isStopped ? 'unwanted' : own.outcomeOfOwnHeader(session, { ...message, commands });
          },
          nonceOfNotification: (party, received) =>
            isStopped ? undefined : own.nonceOfNotification(party, received),
        };
      },
    },
  ]),
  {
    name: 'invalid-octets-replaced',
    description: 'Reads octets that are no UTF-8 as characters in their place.',
    catches: [UNREADABLE],
    wrapTransmit: rewritingAnswers((text) => text),
  },
  {
    name: 'doctype-dropped',
    description: 'Reads a message with a DOCTYPE as if it had none.',
    catches: [UNREADABLE],
    wrapTransmit: rewritingAnswers((text) =>
      text.replace(/<!DOCTYPE[^[>]*(\[.*?\])?>/su, '').replace(/&[a-z];/gu, 'x'),
    ),
  },
  {
    name: 'cred-of-command-counts',
    description: 'Takes credentials in a command for those of the header, and believes them.',
    catches: ['Credentials in a command prove nothing'],
    wrapTransmit: rewritingAnswers((text) => {
      const credential = /<SyncBody>.*(<Cred>.*?<\/Cred>)/su.exec(text)?.[1];
      return credential === undefined ? text : text.replace('</SyncHdr>', `${credential}</SyncHdr>`);
    }),
    applyToDevice: (procedures) => ({
      ...procedures,
      asDevice: {
        ...procedures.asDevice,
        verdictOn(authentication, received) {
          const verdict = procedures.asDevice.verdictOn(authentication, received);
          return verdict === 'wrong-type' ? 'accepted' : verdict;
        },
      },
    }),
  },
  {
    name: 'wbxml-repaired',
    description: 'Reads WBXML that breaks a rule as far as it goes.',
    catches: [UNREADABLE_WBXML],
    wrapTransmit: (transmit) => async (request) => {
      const answer = await transmit(request);
      return isOfWbxml(answer)
        ? withBody(answer, repaired(await octetsIn(answer), contentTypeOf(answer)))
        : answer;
    },
  },
  {
    name: 'unreadable-message-stops-client',
    description: 'Sends nothing more after a message that cannot be read.',
    catches: [UNREADABLE, UNREADABLE_WBXML],
    wrapTransmit: stopping(async (answer) => {
      const octets = await octetsIn(answer);
      return answer.ok && !decodeSyncMLBody(octets, contentTypeOf(answer), DEFAULT_LIMITS).ok;
    }),
  },
  {
    name: 'unknown-element-stops-device',
    description: 'Sends nothing more after a message with an element that is not of SyncML.',
    catches: ['An unknown element does no harm'],
    wrapTransmit: stopping(async (answer) => (await answer.text()).includes('<Explode>')),
  },
  {
    name: 'error-stops-device',
    description: 'Sends nothing more after an answer that says that HTTP failed.',
    catches: ['When the server <conduct> the session ends, and the device goes on'],
    wrapTransmit: stopping(async ({ ok }) => !ok),
  },
  {
    name: 'device-reads-no-wbxml',
    description: 'Takes no WBXML.',
    catches: [
      'The whole workflow in WBXML, with <target> under test',
      'WBXML is understood, with <client> under test',
    ],
    wrapTransmit: (transmit) => async (request) => {
      const answer = await transmit(request);
      return isOfWbxml(answer) ? new Response(null, { status: 415 }) : answer;
    },
  },
  {
    name: 'wbxml-1-2-refused',
    description: 'Takes no WBXML of version 1.2.',
    catches: ['WBXML 1.2 is understood by the device'],
    wrapTransmit: (transmit) => async (request) => {
      const answer = await transmit(request);
      if (!isOfWbxml(answer)) return answer;
      const octets = await octetsIn(answer);
      return octets[0] === 0x02 ? new Response(null, { status: 415 }) : withBody(answer, octets);
    },
  },
  {
    name: 'wbxml-is-latin',
    description: 'Reads the text of WBXML as ISO 8859-1.',
    catches: ['Text that is not ASCII survives both ways in WBXML'],
    wrapTransmit: (transmit) => async (request) => {
      const answer = await transmit(request);
      if (!isOfWbxml(answer)) return answer;
      const xml = asXML(await octetsIn(answer), contentTypeOf(answer));
      const headers = { 'Content-Type': SYNCML_MEDIA_TYPES.xml.dm };
      return new Response(Buffer.from(Buffer.from(xml).toString('latin1')), { headers });
    },
  },
  {
    name: 'serializations-mixed',
    description: 'Sends XML and WBXML by turns.',
    catches: ['The device goes on in one serialization'],
    wrapTransmit(transmit) {
      let count = 0;
      return async (request) => {
        const contentType = request.headers.get('Content-Type') ?? '';
        count += 1;
        if (count % 2 === 1 || readSyncMLMediaType(contentType)?.serialization !== 'wbxml')
          return transmit(request);
        const body = asXML(new Uint8Array(await request.arrayBuffer()), contentType);
        const headers = { 'Content-Type': SYNCML_MEDIA_TYPES.xml.dm };
        return transmit(new Request(request.url, { method: 'POST', headers, body }));
      };
    },
  },
];

function contentTypeOf({ headers }: Response): string {
  return headers.get('Content-Type') ?? '';
}

function isOfWbxml(answer: Response): boolean {
  return readSyncMLMediaType(contentTypeOf(answer))?.serialization === 'wbxml';
}

async function octetsIn(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await answer.arrayBuffer());
}

function withBody({ status, headers }: Response, body: Uint8Array<ArrayBuffer> | string): Response {
  return new Response(body, { status, headers });
}

/** Changes what comes back in XML, octets that are no UTF-8 with it. */
function rewritingAnswers(change: (text: string) => string) {
  return (transmit: Endpoint): Endpoint =>
    async (request) => {
      const answer = await transmit(request);
      if (isOfWbxml(answer)) return answer;
      const octets = await octetsIn(answer);
      return octets.length === 0 ? answer : withBody(answer, change(new TextDecoder().decode(octets)));
    };
}

/** After an answer like this nothing is sent any more. */
function stopping(isLast: (answer: Response) => Promise<boolean>) {
  return (transmit: Endpoint): Endpoint => {
    let isStopped = false;
    return async (request) => {
      if (isStopped) return Response.error();
      const answer = await transmit(request);
      isStopped = await isLast(answer.clone());
      return answer;
    };
  };
}

/** Octets that cannot be read are empty. */
export function asXML(octets: Uint8Array, contentType: string): Uint8Array<ArrayBuffer> {
  const message = decodeSyncMLBody(octets, contentType, DEFAULT_LIMITS);
  return message.ok ? Uint8Array.from(encodeSyncMLBody(message.value, 'xml')) : new Uint8Array();
}

/** Whatever stands before the ends of SyncBody and SyncML and cannot be read is left out. */
export function repaired(octets: Uint8Array<ArrayBuffer>, contentType: string): Uint8Array<ArrayBuffer> {
  const [end, isReadable] = [
    octets.subarray(-2),
    (one: Uint8Array) => decodeSyncMLBody(one, contentType, DEFAULT_LIMITS).ok,
  ];
  for (let cut = 0; cut < 20; cut += 1) {
    const candidate = Uint8Array.from([...octets.subarray(0, octets.length - 2 - cut), ...end]);
    if (isReadable(candidate)) return candidate;
  }
  return octets;
}
