import { describeAnswer } from '../../../harness/cast/describe-answer';
import { isAggregate } from '../../../harness/cast/entries';
import { messagesAmong, type Sending } from '../../../harness/cast/result-messages';
import { check, show } from '../../../harness/verdict/check';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { askedRequest } from './asking';
import { messages, sendings } from './told';

/** One thing about every message to a listener. */
async function checkEach(
  world: FlowproofWorld,
  listener: string,
  { what, expected, actual }: Aspect,
): Promise<void> {
  for (const message of await messages(world, listener)) {
    const found = actual(message);
    const id = message.identifier;
    check(found === undefined, `${what} of the message ${id} to ${listener}`, expected, found ?? '');
  }
}

/** `actual` answers what is wrong with a message, or `undefined`. */
interface Aspect {
  readonly what: string;
  readonly expected: string;
  readonly actual: (message: Sending) => string | undefined;
}

consequence('{listener} got no message', async function (listener: string) {
  await this.quiet();
  const count = (await messages(this, listener)).length;
  check(count === 0, `the messages to ${listener}`, 'none', String(count));
});

consequence('every message to {listener} holds at least one result', function (listener: string) {
  return checkEach(this, listener, {
    what: 'the results',
    expected: 'one or more',
    actual: ({ entries }) => (entries.length > 0 ? undefined : 'none'),
  });
});

consequence('every message to {listener} carries the identifier of the request', function (listener: string) {
  const asked = askedRequest(this).requestIdentifier;
  return checkEach(this, listener, {
    what: 'the Request Identifier in the result',
    expected: asked,
    actual: ({ result }) =>
      result?.requestIdentifier === asked ? undefined : show(result?.requestIdentifier),
  });
});

consequence('every message to {listener} comes from the CSE', function (listener: string) {
  const { cseID } = this.scene.stage.cse;
  return checkEach(this, listener, {
    what: 'From',
    expected: cseID,
    actual: ({ request }) =>
      [cseID, `//${this.serviceProviderID}${cseID}`].includes(request?.from ?? '')
        ? undefined
        : show(request?.from),
  });
});

consequence(
  'every message to {listener} is a notification with the aggregated results',
  function (listener: string) {
    return checkEach(this, listener, {
      what: 'the kind',
      expected: 'a NOTIFY of m2m:rsp, OK (2000), with m2m:agr',
      actual: ({ request, result }) => {
        if (request?.operation !== 'notify') return request?.operation ?? 'bytes that are no request';
        if (!result) return `content of kind ${request.content?.kind ?? 'none'}`;
        const holds = result.responseStatusCode === RSC.OK && isAggregate(result);
        return holds
          ? undefined
          : `m2m:rsp ${describeAnswer(result)} with content of kind ${result.content?.kind ?? 'none'}`;
      },
    });
  },
);

consequence('{listener} got messages with different identifiers', async function (listener: string) {
  const all = await sendings(this, listener);
  const byBody = new Map(all.map((sending) => [sending.exchange.request.body, sending.identifier]));
  const identifiers = messagesAmong(all).map(({ identifier }) => identifier);
  const apart = identifiers.length > 1 && new Set(byBody.values()).size === byBody.size;
  const own = !identifiers.includes(askedRequest(this).requestIdentifier);
  const expected = `one for each of ${byBody.size} messages, none that of the request`;
  check(apart && own, `the Request Identifiers of messages to ${listener}`, expected, show(identifiers));
});
