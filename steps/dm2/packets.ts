import type { TakenMessage } from '../../harness/cast/dm2/taken-message';
import type { FlowproofWorld } from '../world';
import { playOf } from './play';
import { latestNotification, latestPush } from './pushed-packets';

/** A message as tables speak of it. */
export interface Packet {
  /** Where it went. */
  readonly url: string;
  readonly headers: Headers;
  readonly octets: Uint8Array;
  /** Of a package 3: where its package 2 wanted it, and where the session began. */
  readonly link?: string | undefined;
  readonly openedAt?: string | undefined;
  /** Of one that a tester sent. */
  readonly answeredWith?: number | undefined;
}

/** The latest of this kind since the stimulus began; of `every package 3` all of them. */
export function packetsOf(world: FlowproofWorld, kind: string): readonly Packet[] {
  switch (kind) {
    case 'package 1':
      return ofDevice(world, 1).slice(-1);
    case 'package 2':
      return packages2(world).slice(-1);
    case 'package 3':
      return ofDevice(world, 3).slice(-1);
    case 'every package 3':
      return ofDevice(world, 3);
    case 'the notification':
      return latestNotification(world);
    case 'the push request':
      return latestPush(world);
    default:
      return latestReport(world);
  }
}

function ofDevice(world: FlowproofWorld, kind: 1 | 3): readonly Packet[] {
  const play = playOf(world);
  if (play.scene.role === 'dm-client') {
    const taken = play.arrivals.filter((message) => message.package === kind && !isReport(play, message));
    const answered = taken.filter(({ reaction }) => reaction !== 'challenged');
    return (answered.length > 0 ? answered : taken).map((message) => takenPacket(world, message));
  }
  return play.runs.flatMap((run) => {
    const since = run.sent.slice(play.mark.sent.get(run) ?? 0);
    const openedAt = run.sent[0]?.message.url;
    return since
      .filter((sent) => sent.package === kind)
      .map(({ message: { url, headers, body }, answer }) => {
        const named = new Headers(headers.map(([name, value]) => [name, value]));
        return { url, headers: named, octets: body, openedAt, answeredWith: answer.status };
      });
  });
}

function isReport({ scene }: ReturnType<typeof playOf>, message: TakenMessage): boolean {
  return scene.server.sessions.some(
    ({ reportPath, messages }) => reportPath !== undefined && messages.includes(message),
  );
}

function takenPacket(world: FlowproofWorld, message: TakenMessage): Packet {
  const { server } = playOf(world).scene;
  const session = server.managed.find(({ messages }) => messages.includes(message));
  const round = session?.rounds.find(({ answer }) => answer === message);
  const { url, headers, octets } = message;
  return { url, headers, octets, link: round?.link, openedAt: session?.opening?.url };
}

function packages2(world: FlowproofWorld): readonly Packet[] {
  const play = playOf(world);
  return play.runs.flatMap((run) => {
    const since = run.sent.slice(play.mark.sent.get(run) ?? 0);
    return since.flatMap(({ message, answer: { package2, headers, octets } }) => {
      const hasCommands = package2?.request.commands.some(({ verb }) => verb !== 'END');
      return hasCommands ? [{ url: message.url, headers, octets }] : [];
    });
  });
}

function latestReport(world: FlowproofWorld): readonly Packet[] {
  const { scene, mark } = playOf(world);
  return scene.asker.reports.slice(mark.reports).slice(-1);
}
