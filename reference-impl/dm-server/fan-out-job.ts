/** What somebody wants a gateway to do for its devices. @see GFO steps 2 and 3 */
export interface FanOutRequest {
  /** Identifier of the gateway as a device. */
  readonly gateway: string;
  /** The node of the group in its tree. */
  readonly group: string;
  /** The commands as XML. */
  readonly commands: string;
}

/** One fan-out as the server follows it. */
export interface FanOutJob extends FanOutRequest {
  readonly correlator: string;
  /** `ordering`: a session is at it. `started` also where nobody knows, since the answer to the Exec was lost. */
  state: 'waiting' | 'ordering' | 'started' | 'refused' | 'abandoned' | 'reported';
  attempts: number;
  /** The aggregate, once the server has got it. @see GFO step 7 */
  results: readonly DeviceResponse[];
}

/** The pair of one device, as the gateway stored it. @see GFO step 6 */
export interface DeviceResponse {
  readonly deviceID: string;
  readonly response: string;
}

/** An alert that results are there, which the server has not looked at yet. @see GFO step 7 */
export interface ResultReport {
  /** None where the alert did not say. */
  readonly address?: string;
  readonly correlator?: string;
  state: 'waiting' | 'asking';
  attempts: number;
}
