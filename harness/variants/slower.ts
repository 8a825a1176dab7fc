import type { Clock } from '../../reference-impl/runtime/clock';
import type { Endpoint } from '../links/link';
import type { Variant } from './variant';

const SHORTEST = 200;
const STEPS = 8;
const STEP = 100;

/** Every answer of a role comes 200 to 900 ms later, not all of them equally much. */
export const slowerAnswers: Variant['otherwise'] = ({ clock, took }) => ({
  wrapEndpoint: (endpoint: Endpoint): Endpoint => {
    const delay = delays();
    return async (message) => {
      const answer = await endpoint(message);
      took();
      await pause(clock, delay());
      return answer;
    };
  },
});

/** The same for what a role sends by itself. */
export const laterRequests: Variant['otherwise'] = ({ clock, took }) => ({
  wrapTransmit: (transmit: Endpoint): Endpoint => {
    const delay = delays();
    return async (message) => {
      took();
      await pause(clock, delay());
      return transmit(message);
    };
  },
});

function delays(): () => number {
  let times = 0;
  return () => {
    times += 1;
    return SHORTEST + STEP * ((times * 3) % STEPS);
  };
}

function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
}
