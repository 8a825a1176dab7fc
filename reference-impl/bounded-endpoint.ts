import { plainAnswer } from './plain-answer';

type Endpoint = (message: Request) => Promise<Response>;

/** Messages in work at the same time; what comes on top is turned away at once. */
const MOST_AT_ONCE = 4096;

/** Every message gets an answer, whatever becomes of it, and none tells of the inside. @see dm2.md 3.7 */
export function boundedEndpoint(endpoint: Endpoint): Endpoint {
  let inWork = 0;
  return async (message) => {
    if (inWork >= MOST_AT_ONCE) return plainAnswer(503, 'Too many messages are in work.');
    inWork += 1;
    try {
      return await endpoint(message);
    } catch {
      return plainAnswer(500, 'The answer could not be formed.');
    } finally {
      inWork -= 1;
    }
  };
}
