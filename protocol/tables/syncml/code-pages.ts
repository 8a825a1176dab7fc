import { METINF_NAMESPACE, SYNCML_NAMESPACE } from './identifiers';
import type { CodePageRow, ElementRow } from './rows';

/**
 * Every element of SyncML 1.2 and of its meta information with its WBXML tag token, by code page. The code page of the
 * DM device description framework is not here: such documents travel as data.
 * @see RepPro, WBXML definition; MetInf, WBXML definition; DM_RepPro 4.1.1, 4.1.4 for what DM uses
 */
type Short = readonly [name: string, token: number, usedInDM: boolean];

const SYNCML: readonly Short[] = [
  ['Add', 0x05, true],
  ['Alert', 0x06, true],
  ['Archive', 0x07, false],
  ['Atomic', 0x08, true],
  ['Chal', 0x09, true],
  ['Cmd', 0x0a, true],
  ['CmdID', 0x0b, true],
  ['CmdRef', 0x0c, true],
  ['Copy', 0x0d, true],
  ['Cred', 0x0e, true],
  ['Data', 0x0f, true],
  ['Delete', 0x10, true],
  ['Exec', 0x11, true],
  ['Final', 0x12, true],
  ['Get', 0x13, true],
  ['Item', 0x14, true],
  ['Lang', 0x15, false],
  ['LocName', 0x16, true],
  ['LocURI', 0x17, true],
  ['Map', 0x18, false],
  ['MapItem', 0x19, false],
  ['Meta', 0x1a, true],
  ['MsgID', 0x1b, true],
  ['MsgRef', 0x1c, true],
  ['NoResp', 0x1d, false],
  ['NoResults', 0x1e, false],
  ['Put', 0x1f, false],
  ['Replace', 0x20, true],
  ['RespURI', 0x21, true],
  ['Results', 0x22, true],
  ['Search', 0x23, false],
  ['Sequence', 0x24, true],
  ['SessionID', 0x25, true],
  ['SftDel', 0x26, false],
  ['Source', 0x27, true],
  ['SourceRef', 0x28, true],
  ['Status', 0x29, true],
  ['Sync', 0x2a, false],
  ['SyncBody', 0x2b, true],
  ['SyncHdr', 0x2c, true],
  ['SyncML', 0x2d, true],
  ['Target', 0x2e, true],
  ['TargetRef', 0x2f, true],
  ['VerDTD', 0x31, true],
  ['VerProto', 0x32, true],
  ['NumberOfChanges', 0x33, false],
  ['MoreData', 0x34, true],
  ['Field', 0x35, false],
  ['Filter', 0x36, false],
  ['Record', 0x37, false],
  ['FilterType', 0x38, false],
  ['SourceParent', 0x39, false],
  ['TargetParent', 0x3a, false],
  ['Move', 0x3b, false],
  ['Correlator', 0x3c, true],
];

const METINF: readonly Short[] = [
  ['Anchor', 0x05, false],
  ['EMI', 0x06, true],
  ['Format', 0x07, true],
  ['FreeID', 0x08, false],
  ['FreeMem', 0x09, false],
  ['Last', 0x0a, false],
  ['Mark', 0x0b, true],
  ['MaxMsgSize', 0x0c, true],
  ['Mem', 0x0d, false],
  ['MetInf', 0x0e, true],
  ['Next', 0x0f, false],
  ['NextNonce', 0x10, true],
  ['SharedMem', 0x11, false],
  ['Size', 0x12, true],
  ['Type', 0x13, true],
  ['Version', 0x14, false],
  ['MaxObjSize', 0x15, true],
  ['FieldLevel', 0x16, false],
];

export const CODE_PAGES: readonly CodePageRow[] = [
  page(0, SYNCML_NAMESPACE, 'RepPro WBXML code page 0', SYNCML),
  page(1, METINF_NAMESPACE, 'MetInf WBXML code page 1', METINF),
];

function page(number: number, namespace: string, clause: string, rows: readonly Short[]): CodePageRow {
  const elements = rows.map(([name, token, usedInDM]): ElementRow => ({ name, token, usedInDM, clause }));
  return { page: number, namespace, elements, clause };
}
