import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RIGHT_MD5, START, serverBed } from './server-session-bed';

const FIRST = { id: 1, credential: RIGHT_MD5, body: START };

describe('what a device may say', () => {
  const refused: readonly [body: string, ...answer: string[]][] = [
    ['<Get><CmdID>3</CmdID><Item><Target><LocURI>./A</LocURI></Target></Item></Get>', 'Status 1/3 Get 405'],
    [
      '<Delete><CmdID>3</CmdID><Item><Target><LocURI>./A</LocURI></Target></Item></Delete>',
      'Status 1/3 Delete 405',
    ],
    [
      '<Exec><CmdID>3</CmdID><Item><Target><LocURI>./A</LocURI></Target></Item></Exec>',
      'Status 1/3 Exec 405',
    ],
    [
      '<Replace><CmdID>3</CmdID><Item><Source><LocURI>./A</LocURI></Source><Data>1</Data></Item></Replace>',
      'Status 1/3 Replace 405',
    ],
    ['<Map><CmdID>3</CmdID></Map>', 'Status 1/3 Map 406'],
    [
      '<Sequence><CmdID>3</CmdID><Alert><CmdID>4</CmdID><Data>1201</Data></Alert></Sequence>',
      'Status 1/3 Sequence 500',
      'Status 1/4 Alert 215',
    ],
    [
      '<Atomic><CmdID>3</CmdID><Alert><CmdID>4</CmdID><Data>1201</Data></Alert></Atomic>',
      'Status 1/3 Atomic 406',
      'Status 1/4 Alert 215',
    ],
    ['<Alert><CmdID>3</CmdID><Data>1100</Data></Alert>', 'Status 1/3 Alert 406'],
    ['<Alert><CmdID>3</CmdID><Data>999</Data></Alert>', 'Status 1/3 Alert 406'],
    ['<Alert><CmdID>3</CmdID></Alert>', 'Status 1/3 Alert 412'],
    ['<Alert><CmdID>3</CmdID><Data>1226</Data></Alert>', 'Status 1/3 Alert 412'],
    ['<Alert><CmdID>3</CmdID><Data>1226</Data><Item><Data>x</Data></Item></Alert>', 'Status 1/3 Alert 412'],
    ['<Alert><Data>1222</Data></Alert>', 'Status 1/ Alert 400'],
    ['<Alert><CmdID>0</CmdID><Data>1222</Data></Alert>', 'Status 1/0 Alert 400'],
  ];
  for (const [body, ...answer] of refused) {
    it(`${answer[0]?.slice(7)}: ${body.slice(0, 90)}`, async () => {
      const bed = serverBed();
      const said = await bed.say({ ...FIRST, body: START + body });
      assert.deepEqual(said.slice(1), ['Status 1/1 Alert 200', ...answer, 'Final']);
      assert.equal(bed.alerts.length, 0);
    });
  }

  it('its DevInfo is kept, however the nodes are written, and interior ones too', async () => {
    const item = (uri: string, data: string): string =>
      `<Item><Source><LocURI>${uri}</LocURI></Source><Data>${data}</Data></Item>`;
    const nodes =
      item('./DevInfo', 'DevId/Man') + item('DevInfo/DevId', 'urn:dev') + item('./DevInfo/Man', 'Acme');
    const bed = serverBed();
    const said = await bed.say({ ...FIRST, body: `${START}<Replace><CmdID>2</CmdID>${nodes}</Replace>` });
    assert.equal(said[2], 'Status 1/2 Replace 200');
    assert.deepEqual(bed.deviceInformation, ['./DevInfo', './DevInfo/DevId', './DevInfo/Man']);
    const other = item('./DevInformation', 'x');
    const refused = await serverBed().say({ ...FIRST, body: `<Replace><CmdID>2</CmdID>${other}</Replace>` });
    assert.equal(refused[1], 'Status 1/2 Replace 405');
  });

  it('commands with one identifier are all refused', async () => {
    const alert =
      '<Alert><CmdID>1</CmdID><Data>1226</Data><Item><Meta><Type>urn:x</Type></Meta></Item></Alert>';
    const bed = serverBed();
    const said = await bed.say({ ...FIRST, body: START + alert });
    assert.deepEqual(said.slice(1), ['Status 1/1 Alert 400', 'Status 1/1 Alert 400', 'Final']);
    assert.equal(bed.alerts.length, 0);
  });

  it('events and generic alerts go to the work, which says what becomes of them', async () => {
    const codes = [202, 415];
    const bed = serverBed({ alerted: async () => codes.shift() ?? 500 });
    const event =
      '<Alert><CmdID>3</CmdID><Data>1224</Data><Item><Meta><Type>urn:x</Type></Meta></Item></Alert>';
    const generic = event.replace('<CmdID>3', '<CmdID>4').replace('1224', '1226');
    const said = await bed.say({ ...FIRST, body: START + event + generic });
    assert.deepEqual(said.slice(2), ['Status 1/3 Alert 202', 'Status 1/4 Alert 415', 'Final']);
    assert.deepEqual(
      bed.alerts.map(({ code }) => code),
      [1224, 1226],
    );
  });
});
