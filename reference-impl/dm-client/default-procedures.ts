import { defaultTreeProcedures } from '../management-tree/default-procedures';
import { defaultClientSessionProcedures, defaultWakeUpProcedures } from '../syncml/client-default-procedures';
import { defaultAuthenticationProcedures } from '../syncml/default-authentication-procedures';
import { deviceInformationItems } from './device-information';
import { alertOfOperation, carryOutOperation } from './operation';
import type { DeviceOwnProcedures, DeviceProcedures } from './procedures';
import { receiveNotification } from './receive-notification';
import { alertOfEvent, serverOfEvent, takeEvent } from './take-event';
import { isWorthRepeating, tellUntilTaken } from './tell-until-taken';

const defaultDeviceOwnProcedures: DeviceOwnProcedures = {
  receiveNotification,
  takeEvent,
  serverOfEvent,
  alertOfEvent,
  deviceInformationItems,
  carryOutOperation,
  alertOfOperation,
  tellUntilTaken,
  isWorthRepeating,
};

/** What DM 1.2 demands of a device. Nobody looks at its screen, so alerts to the user are not supported. */
export const defaultDeviceProcedures: DeviceProcedures = {
  device: defaultDeviceOwnProcedures,
  tree: defaultTreeProcedures,
  asDevice: {
    ...defaultClientSessionProcedures,
    ...defaultAuthenticationProcedures,
    ...defaultWakeUpProcedures,
  },
};
