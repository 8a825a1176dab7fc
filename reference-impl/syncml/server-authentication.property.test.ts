import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  DEFAULT_NONCES,
  hmacCredential,
  md5Credential,
  type NonceSecret,
} from '../../protocol/codec/syncml/digests';
import type { AuthenticationType } from './account';
import type { OutgoingMessage, ReceivedMessage } from './envelope';
import { verdictOn } from './peer-proof';
import { answerMessage } from './server-session';
import {
  type Bed,
  type BedOptions,
  credential,
  fromDevice,
  octets,
  RIGHT_BASIC,
  serverBed,
} from './server-session-bed';

/** Of the law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 300 };

const BRUCE = { name: 'Bruce2', password: 'OhBehave' };

type Proof = 'none' | 'right' | 'old-nonce' | 'other-session' | 'default-nonce' | 'wrong-password' | 'basic';

/** One thing that a device, or whoever says to be it, does. */
interface Move {
  readonly session: number;
  readonly proof: Proof;
  readonly how: 'next' | 'again' | 'out-of-turn' | 'other-session-id' | 'guessed-token';
}

const MOVE: fc.Arbitrary<Move> = fc.record({
  session: fc.nat(2),
  proof: fc.constantFrom<Proof[]>(
    'none',
    'right',
    'right',
    'old-nonce',
    'other-session',
    'default-nonce',
    'wrong-password',
    'basic',
  ),
  how: fc.constantFrom<Move['how'][]>(
    'next',
    'next',
    'next',
    'again',
    'out-of-turn',
    'other-session-id',
    'guessed-token',
  ),
});

/** What whoever talks has heard in one session. */
interface Talk {
  sessionID: string;
  token?: string;
  messageID: number;
  /** What the server asked for last. */
  nonce: Uint8Array;
  readonly oldNonces: Uint8Array[];
  isProven: boolean;
  last?: ReceivedMessage;
}

/** Everything that is said, with what it says: an alert of its own and a node of DevInfo, both with its number. */
class Device {
  readonly #bed: Bed;
  readonly #type: AuthenticationType;
  readonly #talks: Talk[];
  #moves = 0;
  /** The nonce that a session has to begin with. */
  #kept = octets('Nonce');
  /** The numbers of what was said with the right credentials, as the standard has it. */
  readonly expected: string[] = [];

  constructor(bed: Bed, type: AuthenticationType) {
    this.#bed = bed;
    this.#type = type;
    this.#talks = [0, 1, 2].map((index) => this.#newTalk(`A${index}`));
  }

  #newTalk(sessionID: string): Talk {
    return { sessionID, messageID: 0, nonce: octets('Nonce'), oldNonces: [], isProven: false };
  }

  async move(move: Move): Promise<void> {
    const talk = this.#talks[move.session];
    if (talk === undefined) return;
    if (move.how === 'again') return this.#repeat(talk);
    if (talk.token === undefined) talk.nonce = this.#kept;
    this.#moves += 1;
    const number = `urn:${this.#moves}`;
    const received = this.#say(talk, number, move);
    const isTaken = move.how === 'next' || (talk.token === undefined && move.how !== 'guessed-token');
    const answer = await this.#bed.sessions.receive(
      received,
      move.how === 'guessed-token' ? '999' : talk.token,
    );
    assert.ok(answer);
    if (!isTaken) return;
    const isRight =
      move.proof === 'right' || (move.proof === 'none' && talk.isProven && this.#type === 'md5');
    if (isRight) this.expected.push(number);
    talk.last = received;
    this.#hear(talk, answer, isRight);
  }

  async #repeat({ last, token }: Talk): Promise<void> {
    if (last !== undefined) await this.#bed.sessions.receive(last, token);
  }

  #say(talk: Talk, number: string, { session, proof, how }: Move): ReceivedMessage {
    const body = `<Alert><CmdID>1</CmdID><Data>1226</Data><Item><Meta><Type>${number}</Type></Meta></Item></Alert>
      <Replace><CmdID>2</CmdID><Item><Source><LocURI>./DevInfo/${number}</LocURI></Source><Data>x</Data></Item></Replace>`;
    const secret = this.#secretFor(talk, session, proof);
    const message = {
      id: talk.messageID + (how === 'out-of-turn' ? 2 : 1),
      body,
      sessionID: how === 'other-session-id' ? `X${talk.sessionID.slice(0, 3)}` : talk.sessionID,
      // The package goes on, so that the session does.
      isOpen: true,
    } as const;
    if (proof === 'basic') return fromDevice({ ...message, credential: RIGHT_BASIC });
    if (secret === undefined) return fromDevice(message);
    if (this.#type === 'hmac') return signed(fromDevice(message), secret, number);
    return fromDevice({ ...message, credential: credential('syncml:auth-md5', md5Credential(secret)) });
  }

  #secretFor(talk: Talk, session: number, proof: Proof): NonceSecret | undefined {
    const nonces: { readonly [proof in Proof]?: Uint8Array | undefined } = {
      right: talk.nonce,
      'wrong-password': talk.nonce,
      'old-nonce': talk.oldNonces[0] ?? octets('never'),
      'other-session': octets(`not ${session}`),
      'default-nonce': new Uint8Array(4),
    };
    const nonce = nonces[proof];
    if (nonce === undefined) return undefined;
    return { ...BRUCE, nonce, ...(proof === 'wrong-password' && { password: 'ohbehave' }) };
  }

  #hear(talk: Talk, answer: OutgoingMessage, isRight: boolean): void {
    const { header, commands } = answer.message;
    talk.sessionID = header.sessionID;
    talk.messageID = talk.last?.message.header.messageID ?? 0;
    talk.token = new URL(header.responseURI ?? 'x:').searchParams.get('session') ?? '';
    const [status] = commands;
    const next = status?.kind === 'Status' ? status.challenge?.meta.nextNonce : undefined;
    if (next !== undefined) {
      talk.oldNonces.push(talk.nonce);
      talk.nonce = Buffer.from(next, 'base64');
      if (isRight) this.#kept = talk.nonce;
    }
    talk.isProven = isRight;
    const isOver = !isRight && next === undefined;
    if (isOver) this.#talks[this.#talks.indexOf(talk)] = this.#newTalk(`B${this.#moves}`);
  }
}

function signed(received: ReceivedMessage, by: NonceSecret, body: string): ReceivedMessage {
  const mac = hmacCredential(by, octets(body));
  const isMadeWith = (secret: NonceSecret): boolean => hmacCredential(secret, octets(body)) === mac;
  return { ...received, mac: { userName: by.name, isMadeWith } };
}

/** What is said counts exactly where its credentials are right, whatever was tried before. */
function law(type: AuthenticationType, breach: BedOptions = {}) {
  return fc.asyncProperty(fc.array(MOVE, { minLength: 1, maxLength: 25 }), async (moves) => {
    const bed = serverBed({ type, limits: { messages: 100, sessions: 100 }, ...breach });
    const device = new Device(bed, type);
    for (const move of moves) await device.move(move);
    const acted = bed.alerts.map(({ items }) => items[0]?.meta?.type);
    assert.deepEqual(acted, device.expected);
    const nodes = device.expected.map((number) => `./DevInfo/${number}`);
    assert.deepEqual([...bed.deviceInformation].sort(), nodes.sort());
    assert.equal(bed.answers.length, 0);
  });
}

for (const type of ['md5', 'hmac'] as const) {
  test(`${type}: what is said counts exactly where its credentials are right`, async () => {
    await fc.assert(law(type), RUN);
  });
}

const BREACHES: { readonly [name: string]: BedOptions } = {
  'missing credentials do': {
    authentication: {
      verdictOn: (authentication, received) =>
        received.message.header.credential === undefined ? 'accepted' : verdictOn(authentication, received),
    },
  },
  'the default nonce is taken at any time': {
    authentication: { noncesTaken: ({ nonce }) => [nonce, ...DEFAULT_NONCES] },
  },
  'the nonce stays the same': { authentication: { freshNonce: () => octets('Nonce') } },
  'the password does not matter': { authentication: { isProvenWith: () => true } },
  'the body is taken before the header': {
    procedures: {
      async answerMessage(session, received) {
        await session.procedures.takeCommands(session, received.message);
        return answerMessage(session, received);
      },
    },
  },
  'any number of a message is the next': { procedures: { isInTurn: () => true } },
};

for (const [name, breach] of Object.entries(BREACHES)) {
  test(`the law finds out that ${name}`, async () => {
    const { failed } = await fc.check(law('md5', breach), RUN);
    assert.ok(failed, 'nothing was found out');
  });
}
