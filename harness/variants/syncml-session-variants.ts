import type { ResultsCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { ClientSession } from '../../reference-impl/syncml/client-session-state';
import type { ClientSideProcedures } from '../../reference-impl/syncml/client-side';
import type { ServerSessionProcedures } from '../../reference-impl/syncml/server-session-procedures';
import type { Deviation } from '../faults/deviation';
import { rewritingMessages } from './rewriting';
import { slowerAnswers } from './slower';
import type { Variant } from './variant';

type OfClient = (own: ClientSideProcedures, took: () => void) => Partial<ClientSideProcedures>;
type OfServer = (own: ServerSessionProcedures, took: () => void) => Partial<ServerSessionProcedures>;

/** Added to identifiers that begin with 1 in the reference. */
const OTHER_START = 100;
/** Much less than the smallest MaxMsgSize of a scenario. */
const LONGEST_TO_STRETCH = 1_200;

/** Other ways to lead the client side of a session. @see DM_Protocol 2, decision 38 */
const OF_CLIENTS: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'commands-numbered-from-101',
    description: 'The first CmdID of each message is 101.',
    allowedBy: 'DM_RepPro 4.1.5.1: unique in the message and not 0',
    otherwise: ofClient((own, took) => ({
      composeMessage(session) {
        took();
        const { message, ...rest } = own.composeMessage(session);
        renameTold(session);
        return { ...rest, message: { ...message, commands: message.commands.map(renumbered) } };
      },
    })),
  },
  {
    name: 'results-after-all-statuses',
    description: 'Results come behind the statuses of all commands of a message.',
    allowedBy: 'decision 38: Results at their Status or behind all of them is legal',
    otherwise: ofClient((own, took) => ({
      async answerCommands(session, message) {
        const drafts = await own.answerCommands(session, message);
        const results = drafts.filter(({ command }) => command.kind === 'Results');
        if (results.length === 0) return drafts;
        took();
        return [...drafts.filter((draft) => !results.includes(draft)), ...results];
      },
    })),
  },
  {
    name: 'alerts-behind-device-information',
    description: 'Package 1 has the Replace of DevInfo first, then the alerts.',
    allowedBy: 'DM_Protocol 2.3.3 names no order of the elements of package 1',
    otherwise: ofClient((own, took) => ({
      firstPackage(session) {
        took();
        return [...own.firstPackage(session)].reverse();
      },
    })),
  },
  {
    name: 'devinfo-in-other-order',
    description: 'The nodes of DevInfo come from the last to the first, with one of a vendor.',
    allowedBy: 'DM_Protocol 2.3.3; decision 38: nodes of Ext are a ledger line',
    otherwise: ofClient((own, took) => ({
      deviceInformation(session) {
        took();
        const told = own.deviceInformation(session);
        const extra = { source: { uri: './DevInfo/Ext/Note' }, data: 'extra' };
        return { ...told, items: [...[...told.items].reverse(), extra] };
      },
    })),
  },
  {
    name: 'header-with-other-meta',
    description: 'The header of a client names a smaller MaxMsgSize, and an element that is experimental.',
    allowedBy: 'DM_RepPro 4.1.4: both are optional and the client chooses the size',
    otherwise: ofClient((own, took) => ({
      clientHeader(session, proof) {
        took();
        const header = own.clientHeader(session, proof);
        return { ...header, meta: { ...header.meta, maxMessageSize: 200_000, experimental: ['extra'] } };
      },
    })),
  },
];

/** What a gateway has no occasion for. */
const OF_DEVICES: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'results-item-by-item',
    description: 'Each item that a Get found comes in Results of its own.',
    allowedBy: 'DM_RepPro 4.1.6.12: one or several Results for a command',
    otherwise: ofClient((own, took) => ({
      answerOf(session, performed, messageReference) {
        return own.answerOf(session, performed, messageReference).flatMap((draft) => {
          const { command } = draft;
          if (command.kind !== 'Results' || command.items.length < 2) return [draft];
          took();
          return command.items.map((item): { command: ResultsCommand } => ({
            command: { ...command, items: [item] },
          }));
        });
      },
    })),
  },
];

/** The same of the server side. */
const OF_SERVERS: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'other-http-refusals',
    description: 'What is no SyncML message is refused with 400 and a reason.',
    allowedBy: 'profile "SyncML over HTTP": servers under test may have other codes',
    otherwise: refusingWith400(),
  },
  {
    name: 'response-address-spelled-otherwise',
    description: 'RespURI has another argument in front of that of the session.',
    allowedBy: 'profile "SyncML over HTTP": how the address looks is the affair of the server',
    otherwise: ofServer((own, took) => ({
      responseURIOf(session) {
        took();
        return own.responseURIOf(session).replace('?', '?from=here&');
      },
    })),
  },
  {
    name: 'header-without-sizes',
    description: 'The header of a server names no sizes.',
    allowedBy: 'DM_RepPro 4.1.4: MaxMsgSize and MaxObjSize are optional for a server',
    otherwise: ofServer((own, took) => ({
      serverHeader(session, proof) {
        took();
        const { meta: _sizes, ...header } = own.serverHeader(session, proof);
        return header;
      },
    })),
  },
];

/** Of HTTP and of the text, whoever writes. */
const OF_ALL: readonly Omit<Variant, 'party'>[] = [
  {
    name: 'slower-answers',
    description: 'Every answer comes 200 to 900 ms later.',
    allowedBy: 'no document names a time for an answer but ixit.gfo.sessionTimeout',
    otherwise: slowerAnswers,
  },
  {
    name: 'xml-on-many-lines',
    description: 'Each element of a message in XML begins on a line of its own.',
    allowedBy: 'XML 1.0 2.10: white space between elements means nothing',
    otherwise: rewritingMessages(({ headers, body }) => {
      const isXml = headers.get('Content-Type')?.includes('syncml.dm+xml') === true;
      // What is signed stays as it is, and what would become larger than the other side takes.
      if (!isXml || headers.has('x-syncml-hmac') || body.length > LONGEST_TO_STRETCH) return body;
      return body.replaceAll(/>(?=<[A-Za-z])/g, '>\n\t');
    }),
  },
  {
    name: 'media-type-with-charset',
    description: 'Messages name their charset in Content-Type, in capitals.',
    allowedBy: 'RFC 9110 8.3.1: letter case and parameters do not change the media type',
    otherwise: rewritingMessages(({ headers, body }) => {
      const type = headers.get('Content-Type');
      if (type?.endsWith('syncml.dm+xml') === true) headers.set('Content-Type', `${type}; charset="UTF-8"`);
      return body;
    }),
  },
];

export const SYNCML_SESSION_VARIANTS: readonly Variant[] = [
  ...[...OF_CLIENTS, ...OF_DEVICES, ...OF_ALL].map(of('dm-client', 'device')),
  ...[...OF_CLIENTS, ...OF_SERVERS, ...OF_ALL].map(of('dm-gateway', 'gateway')),
  ...[...OF_SERVERS, ...OF_ALL].map(of('dm-server', 'server')),
];

function of(party: Variant['party'], whose: string) {
  return (variant: Omit<Variant, 'party'>): Variant => ({
    ...variant,
    name: `${whose}-${variant.name}`,
    party,
  });
}

function ofClient(deviate: OfClient): Variant['otherwise'] {
  return ({ took }): Deviation => ({
    applyToDevice: (own) => ({ ...own, asDevice: { ...own.asDevice, ...deviate(own.asDevice, took) } }),
    applyToGateway: (own) => ({ ...own, asDevice: { ...own.asDevice, ...deviate(own.asDevice, took) } }),
  });
}

function ofServer(deviate: OfServer): Variant['otherwise'] {
  return ({ took }): Deviation => ({
    applyToManagementServer: (own) => ({
      ...own,
      sessions: { ...own.sessions, ...deviate(own.sessions, took) },
    }),
    applyToGateway: (own) => ({ ...own, asServer: { ...own.asServer, ...deviate(own.asServer, took) } }),
  });
}

function refusingWith400(): Variant['otherwise'] {
  return ({ took }) => ({
    wrapEndpoint: (endpoint) => async (message) => {
      const answer = await endpoint(message);
      if (![413, 415].includes(answer.status)) return answer;
      took();
      return new Response('This is no message of SyncML.', { status: 400 });
    },
  });
}

function renumbered(command: SyncMLCommand): SyncMLCommand {
  return { ...command, commandID: String(Number(command.commandID) + OTHER_START) };
}

/** Statuses of alerts are found by the identifiers that they travelled with. */
function renameTold({ told, sent }: ClientSession): void {
  for (const [key, alert] of [...told]) {
    const [messageID, commandID] = key.split('/');
    if (messageID !== String(sent)) continue;
    told.delete(key);
    told.set(`${messageID}/${Number(commandID) + OTHER_START}`, alert);
  }
}
