import type { Endpoint } from '../links/link';
import type { Variant } from './variant';

const SHORTEST = 200;
const STEPS = 8;
const STEP = 100;

/** Every answer of a role comes 200 to 900 ms later, not all of them equally much. */
export const slowerAnswers: Variant['otherwise'] = ({ clock, took }) => ({
  wrapEndpoint: (endpoint: Endpoint): Endpoint => {
    let answers = 0;
    return async (message) => {
      const answer = await endpoint(message);
      const delay = SHORTEST + STEP * ((answers * 3) % STEPS);
      answers += 1;
      took();
      await new Promise<void>((resolve) => {
        clock.after(delay, resolve);
      });
      return answer;
    };
  },
});
