import { BY_THE_BOOK } from './habits';
import { manage, type Work } from './manage';
import type { ManagementScene } from './management-scene';
import type { ServerJob } from './server-job';

/** A session of the server tester as if nothing had been said of its conduct: to prepare something, or to look. */
export async function manageByTheBook(scene: ManagementScene, work: Work): Promise<ServerJob> {
  const { server } = scene;
  const { habits, reactions, responsePath, statusOf } = server;
  server.habits = BY_THE_BOOK;
  server.reactions = [];
  try {
    return await manage(scene, work);
  } finally {
    Object.assign(server, { habits, reactions, responsePath, statusOf });
  }
}
