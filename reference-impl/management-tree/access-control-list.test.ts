import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatAccessControlList, grants, parseAccessControlList, withRights } from './access-control-list';

const EXAMPLE =
  'Add=www.sonera.fi-8765&Delete=www.sonera.fi-8765&Replace=www.sonera.fi-8765+321_ibm.com&Get=*';

function parsed(text: string) {
  const list = parseAccessControlList(text);
  assert.ok(list, `${text} is a list`);
  return list;
}

describe('an access control list', () => {
  it('of the specification is read and written back', () => {
    const list = parsed(EXAMPLE);
    assert.equal(formatAccessControlList(list), EXAMPLE);
    assert.equal(grants(list, 'Replace', '321_ibm.com'), true);
    assert.equal(grants(list, 'Add', '321_ibm.com'), false);
    assert.equal(grants(list, 'Get', 'anybody'), true);
    assert.equal(grants(list, 'Exec', 'www.sonera.fi-8765'), false);
  });

  it('grants by whole identifiers', () => {
    const list = parsed('Get=abc');
    assert.equal(grants(list, 'Get', 'ab'), false);
    assert.equal(grants(list, 'Get', 'abcd'), false);
  });

  for (const text of [
    '',
    'Get',
    'Get=',
    'Get=a+',
    'Get=a&',
    '&Get=a',
    'Copy=a',
    'get=a',
    'Get=a=b',
    'Get=a b',
  ])
    it(`"${text}" is none`, () => assert.equal(parseAccessControlList(text), undefined));

  for (const text of ['Get=a&Get=b', 'Get=a*', 'Get=a\u0000', 'Get=a&Put=b'])
    it(`${JSON.stringify(text)} is none`, () => assert.equal(parseAccessControlList(text), undefined));

  it('is widened for one server, and only by what it lacks', () => {
    const list = withRights(parsed('Add=*&Get=x'), ['Add', 'Delete', 'Replace'], 's');
    assert.equal(formatAccessControlList(list), 'Add=*&Get=x&Delete=s&Replace=s');
  });

  it('without value is empty text', () => assert.equal(formatAccessControlList(undefined), ''));
});
