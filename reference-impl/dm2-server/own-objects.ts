import type { DM2Command } from '../../protocol/model/dm2-command';
import { type Refusal, refuse } from '../../protocol/model/refusal';
import type { DM2Server, ObjectMethod } from './dm2-server';
import type { StoredObject } from './dm2-server-config';
import { keepNewest } from './keep-newest';
import type { ObjectQuestion } from './procedures';

/**
 * The server's own repository. Devices send it no credentials, so it lets anybody do what it has told some device to do
 * with that address, and nothing else. @see dm2.md 5.3, 5.4, 5.8
 */
const NOT_FOUND = 404;
const FULL = 507;

const METHODS: { readonly [verb: string]: ObjectMethod } = {
  HGET: 'GET',
  DEFAULT: 'GET',
  HPUT: 'PUT',
  SUB: 'PUT',
  HPOST: 'POST',
};

export function grantObjects({ config, grants }: DM2Server, commands: readonly DM2Command[]): void {
  const { objectRoot, limits } = config;
  for (const command of commands) {
    const method = METHODS[command.verb];
    if (objectRoot === undefined || method === undefined || !('serverURI' in command)) continue;
    const { serverURI = '' } = command;
    if (!serverURI.startsWith(objectRoot)) continue;
    const name = serverURI.slice(objectRoot.length);
    grants.set(name, (grants.get(name) ?? new Set()).add(method));
  }
  keepNewest(grants, limits.objects);
}

export function isGranted({ grants }: DM2Server, { name, method }: ObjectQuestion): boolean {
  return grants.get(name)?.has(method) === true;
}

export function answerObject(server: DM2Server, question: ObjectQuestion): StoredObject | Refusal {
  const { objects, config } = server;
  const { name, object } = question;
  if (!server.procedures.isGranted(server, question)) return nothingThere(name);
  if (object === undefined) return objects.get(name) ?? nothingThere(name);
  if (!objects.has(name) && objects.size >= config.limits.objects)
    return refuse(FULL, `the repository holds ${config.limits.objects} objects, and no more`);
  objects.set(name, object);
  return object;
}

function nothingThere(name: string): Refusal {
  return refuse(NOT_FOUND, `no device was told to do this with ${name}, or it is not there`);
}
