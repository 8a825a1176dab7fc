import { decodeHttpRequest, encodeHttpResponse } from '../../protocol/codec/onem2m-http';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Endpoint } from '../links/link';
import { misbehave } from '../links/misbehaviour';
import type { Reaction } from './reaction';
import type { Stage } from './stage';

/** The part of a tester that decides: what to do with a request, and what a well-behaved answer would be. */
export interface Script {
  reactionTo(request: RequestPrimitive): Reaction;
  answerTo(request: RequestPrimitive): Promise<ResponsePrimitive>;
}

type Surroundings = Pick<Stage, 'target' | 'time'>;

/** An endpoint that plays a script on the wire. It knows how to misbehave, never when. */
export function scriptedEndpoint(stage: Surroundings, script: Script): Endpoint {
  return async (message) => {
    const serialization = message.headers.get('content-type')?.includes('xml') ? 'xml' : 'json';
    const options = { mediaType: serialization, names: stage.target.names } as const;
    const decoded = await decodeHttpRequest(message, options);
    if (!decoded.ok) {
      const requestIdentifier = message.headers.get('x-m2m-ri') ?? '';
      return encodeHttpResponse({ responseStatusCode: 4000, requestIdentifier }, options);
    }
    const request = decoded.value;
    return play(stage, script.reactionTo(request), async (change) =>
      encodeHttpResponse({ ...(await script.answerTo(request)), ...change }, options),
    );
  };
}

type Answer = (change: Partial<ResponsePrimitive>) => Promise<Response>;

async function play(stage: Surroundings, reaction: Reaction, answer: Answer): Promise<Response> {
  switch (reaction.kind) {
    case 'answer':
      return answer({});
    case 'refuse':
      return answer({
        responseStatusCode: reaction.status,
        content: { kind: 'debug', text: 'refused by the tester' },
      });
    case 'respond':
      return answer(reaction.response);
    case 'delay':
      return new Promise((resolve) => {
        stage.time.after(reaction.milliseconds, () => resolve(answer({})));
      });
    case 'silent':
      return misbehave(await answer({}), 'never');
    case 'drop':
      return misbehave(await answer({}), 'close-without-answer');
    case 'answer-twice':
      return misbehave(await answer({}), 'answer-twice');
    case 'garbage':
      return misbehave(await answer({}), 'garbage');
    case 'redirect':
      return new Response(null, { status: 307, headers: { location: reaction.location } });
  }
}
