import type { ContentModelRow, Occurrence, ParticleRow } from './rows';

/**
 * Which children an element has, in the order of the DTD. A reader does not depend on the order, since peers and even
 * the examples of the specification differ; only the strict check does. Elements without a row hold text.
 */

/** What may stand in SyncBody, Atomic and Sequence. Those that DM does not use are known, for they get a status. */
export const DM_COMMANDS = [
  'Alert',
  'Atomic',
  'Copy',
  'Exec',
  'Get',
  'Results',
  'Sequence',
  'Status',
  'Add',
  'Replace',
  'Delete',
] as const;

export const COMMANDS_NOT_IN_DM = ['Map', 'Put', 'Search', 'Sync', 'Move'] as const;

const COMMANDS: ParticleRow = { names: [...DM_COMMANDS, ...COMMANDS_NOT_IN_DM], occurs: '+' };

const DTD = 'RepPro DTD';

/** The wrapper MetInf is normally left out. @see MetInf DTD, DM_RepPro 4.1.4 */
const META =
  'FieldLevel? Format? Type? Mark? Size? Anchor? Version? NextNonce? MaxMsgSize? MaxObjSize? EMI* Mem?';

export const CONTENT_MODELS: readonly ContentModelRow[] = [
  model('SyncML', 'SyncHdr SyncBody'),
  model('SyncHdr', 'VerDTD VerProto SessionID MsgID Target Source RespURI? NoResp? Cred? Meta?'),
  { element: 'SyncBody', particles: [COMMANDS, ...particles('Final?')], clause: DTD },
  model('Target', 'LocURI LocName? Filter?'),
  model('Source', 'LocURI LocName?'),
  model('TargetParent', 'LocURI'),
  model('SourceParent', 'LocURI'),
  model('Cred', 'Meta? Data'),
  model('Chal', 'Meta'),
  model('Item', 'Target? Source? SourceParent? TargetParent? Meta? Data? MoreData?'),
  model('Add', 'CmdID NoResp? Cred? Meta? Item+'),
  model('Replace', 'CmdID NoResp? Cred? Meta? Item+'),
  model('Copy', 'CmdID NoResp? Cred? Meta? Item+'),
  model('Delete', 'CmdID NoResp? Archive? SftDel? Cred? Meta? Item+'),
  model('Exec', 'CmdID NoResp? Cred? Meta? Correlator? Item+'),
  model('Get', 'CmdID NoResp? Lang? Cred? Meta? Item+'),
  model('Alert', 'CmdID NoResp? Cred? Data? Correlator? Item*'),
  { element: 'Atomic', particles: [...particles('CmdID NoResp? Meta?'), COMMANDS], clause: DTD },
  { element: 'Sequence', particles: [...particles('CmdID NoResp? Meta?'), COMMANDS], clause: DTD },
  model('Results', 'CmdID MsgRef? CmdRef Meta? TargetRef? SourceRef? Item+'),
  model('Status', 'CmdID MsgRef CmdRef Cmd TargetRef* SourceRef* Cred? Chal? Data Item*'),
  model('Meta', META),
  model('MetInf', META),
];

function model(element: string, children: string): ContentModelRow {
  return { element, particles: particles(children), clause: element.startsWith('Met') ? 'MetInf DTD' : DTD };
}

function particles(children: string): ParticleRow[] {
  return children.split(' ').map((child) => {
    const [, name = child, mark = ''] = /^(\w+)([?*+]?)$/u.exec(child) ?? [];
    return { names: [name], occurs: occurrence(mark) };
  });
}

function occurrence(mark: string): Occurrence {
  return mark === '?' || mark === '*' || mark === '+' ? mark : '1';
}
