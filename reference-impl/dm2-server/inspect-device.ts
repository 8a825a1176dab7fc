import type { DeviceInspection } from '../../protocol/model/dm2-session';
import type { DM2Server } from './dm2-server';

/** What can be seen from outside of what is internal. @see dm2.md 4.6 */
export function inspectDevice({ devices }: DM2Server, deviceID: string): DeviceInspection | undefined {
  const device = devices.get(deviceID);
  if (device === undefined) return undefined;
  return {
    deviceID,
    awaiting: [...device.awaiting],
    sessions: device.sessions.map(({ sessionID, start, state, rounds, commands, alerts }) => ({
      sessionID,
      start,
      state,
      rounds,
      commands: commands.map((sent) => ({ ...sent })),
      alerts: [...alerts],
    })),
  };
}
