import { createHttpLink } from './http';
import { createInProcessLink } from './in-process';
import { linkContract } from './link.contract';
import { createMswLink } from './msw';

linkContract('in-process', { create: () => createInProcessLink(), absent: 'http://absent.in-process/' });
// A port that no service is assigned to, and that fetch does not refuse by itself.
linkContract('http', { create: () => createHttpLink(), absent: 'http://127.0.0.1:2/' });
linkContract('msw', { create: () => createMswLink(), absent: 'http://absent.stand-in/' });
