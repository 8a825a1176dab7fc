import { createHttpLink } from './http';
import { createInProcessLink } from './in-process';
import { linkContract } from './link.contract';

linkContract('in-process', { create: () => createInProcessLink(), absent: 'http://absent.in-process/' });
// Port 1 of the loopback: nothing listens there on any machine that runs this.
linkContract('http', { create: () => createHttpLink(), absent: 'http://127.0.0.1:9/' });
