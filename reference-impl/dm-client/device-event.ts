/** Something that happened at the device, so that it has to talk to a server. @see DM_Protocol 2.3.3 */
export interface DeviceEvent {
  /** `abort` breaks the session off that is open; every other word opens one. */
  readonly event: string;
  /** Identifier of the server; the first one where it is absent. */
  readonly server?: string;
  /** Is told beside the first alert of the session. @see DM_Protocol 2.3.7.1 */
  readonly alert?: EventAlert;
}

export interface EventAlert {
  readonly type: string;
  readonly format?: string;
  readonly mark?: string;
  /** The node that it is about. */
  readonly source?: string;
  readonly data?: string;
  readonly correlator?: string;
}
