import type { ScenarioResult } from '../../verdict/scenario-result';
import { sampleExchange, sampleResponse } from './sample-exchange';

/** Scenarios for the tests of the report writers: one for every verdict that needs a look of its own. */
export function sampleScenario(given: Partial<ScenarioResult> = {}): ScenarioResult {
  return {
    location: 'features/group-somecast/somecast-number.feature:12',
    name: 'A somecast number equal to the number of members is refused',
    feature: 'Somecast number',
    tags: ['@SOM-CAST-004', '@role-group-hosting-cse'],
    requirements: ['SOM-CAST-004'],
    steps: [],
    durationMilliseconds: 12,
    verdict: 'PASS',
    warnings: [],
    ledger: [],
    exchanges: [],
    ...given,
  };
}

const REFUSAL = '{"m2m:dbg":"gstn shall be less than cnm"}';

export const PASSING = sampleScenario({
  steps: [
    { keyword: 'Given ', text: 'a group "pumps" of 3 containers', status: 'passed', firstExchange: 1 },
    {
      keyword: 'When ',
      text: 'AE1 retrieves "pumps/fopt" from any 3 members',
      status: 'passed',
      firstExchange: 2,
    },
    { keyword: 'Then ', text: 'the answer is BAD_REQUEST (4000)', status: 'passed' },
  ],
  exchanges: [
    sampleExchange({
      id: 1,
      from: 'AE1',
      to: 'CSE1',
      method: 'POST',
      url: 'http://cse1.in-process/cse-in',
      headers: { 'x-m2m-ri': 'r1', 'content-type': 'application/json;ty=9' },
      body: '{"m2m:grp":{"rn":"pumps","mid":["a","b","c"],"mnm":10}}',
      response: sampleResponse(201, 2001),
    }),
    sampleExchange({
      id: 2,
      from: 'AE1',
      to: 'CSE1',
      at: 3,
      endedAt: 4,
      response: sampleResponse(400, 4000, REFUSAL),
    }),
  ],
});

export const FAILING = sampleScenario({
  location: 'features/group-somecast/fan-out.feature:31',
  name: 'Exactly as many members as asked for receive the request',
  feature: 'Fan-out of a request',
  tags: ['@SOM-CAST-009', '@role-group-hosting-cse'],
  requirements: ['SOM-CAST-009'],
  verdict: 'FAIL',
  control: 'passes',
  failedStep: 'exactly 2 members received a request',
  deviation: {
    what: 'the number of members that received the retrieve of "pumps/fopt"',
    expected: '2 members',
    actual: '3 members: "m1", "m2" and "m3"',
    exchange: 5,
  },
  steps: [
    { keyword: 'Given ', text: 'a group "pumps" of 3 members on CSE2', status: 'passed', firstExchange: 1 },
    {
      keyword: 'When ',
      text: 'AE1 retrieves "pumps/fopt" from any 2 members',
      status: 'passed',
      firstExchange: 2,
    },
    { keyword: 'Then ', text: 'exactly 2 members received a request', status: 'failed' },
    { keyword: 'And ', text: 'the answer is OK (2000)', status: 'skipped' },
  ],
  exchanges: [
    sampleExchange({
      id: 1,
      from: 'AE1',
      to: 'CSE1',
      method: 'POST',
      url: 'http://cse1.in-process/cse-in',
      headers: { 'x-m2m-ri': 'r1', 'content-type': 'application/json;ty=9' },
      body: '{"m2m:grp":{"rn":"pumps","mid":["m1","m2","m3"],"mnm":10,"some":true}}',
      response: sampleResponse(201, 2001),
    }),
    sampleExchange({
      id: 2,
      from: 'AE1',
      to: 'CSE1',
      at: 5,
      endedAt: 9,
      url: 'http://cse1.in-process/cse-in/pumps/fopt?gstn=2',
      response: sampleResponse(200, 2000, '{"m2m:agr":{"m2m:rsp":[{"rsc":2000},{"rsc":2000},{"rsc":2000}]}}'),
    }),
    ...[1, 2, 3].map((member) =>
      sampleExchange({
        id: member + 2,
        from: 'CSE1',
        to: `m${member} on CSE2`,
        at: 6,
        endedAt: 8,
        url: `http://cse2.in-process/~/id-cse2/m${member}`,
        response: sampleResponse(200, 2000, '{"m2m:cnt":{"rn":"m"}}'),
      }),
    ),
  ],
});

export const SILENT = sampleScenario({
  location: 'features/group-somecast/fan-out.feature:58',
  name: 'A silent member does not keep the others from being heard',
  feature: 'Fan-out of a request',
  requirements: ['SOM-FAN-012'],
  tags: ['@SOM-FAN-012', '@role-group-hosting-cse'],
  verdict: 'FAIL',
  control: 'passes',
  failedStep: 'AE1 is answered before the result expires',
  deviation: {
    what: 'the answer to the retrieve of "meters/fopt"',
    expected: 'an aggregate with the entry of "m1" within 2000 ms',
    actual: 'no answer',
    exchange: 1,
  },
  steps: [
    { keyword: 'When ', text: 'AE1 retrieves "meters/fopt"', status: 'failed', firstExchange: 1 },
    { keyword: 'Then ', text: 'the answer is OK (2000)', status: 'skipped' },
  ],
  exchanges: [
    sampleExchange({
      id: 1,
      from: 'AE1',
      to: 'CSE1',
      endedAt: 2000,
      failure: 'timeout: no answer within 2000 ms',
    }),
    sampleExchange({
      id: 2,
      from: 'CSE1',
      to: 'CSE2',
      at: 2,
      endedAt: 3,
      response: sampleResponse(200, 2000),
    }),
    sampleExchange({
      id: 3,
      from: 'CSE1',
      to: 'CSE3',
      at: 2,
      endedAt: 1500,
      failure: 'timeout: silent on purpose',
    }),
  ],
});

export const MISSING = sampleScenario({
  location: 'features/group-somecast/notifications.feature:9',
  name: 'The originator is told of the deletion',
  feature: 'Notifications',
  requirements: ['SOM-NTF-002'],
  tags: ['@SOM-NTF-002', '@role-group-hosting-cse'],
  verdict: 'FAIL',
  control: 'passes',
  failedStep: 'AE1 is notified',
  deviation: {
    what: 'the notification of the deletion of "pumps"',
    expected: 'one NOTIFY to AE1',
    actual: 'none',
  },
  steps: [
    { keyword: 'When ', text: 'AE1 deletes "pumps"', status: 'passed', firstExchange: 1 },
    { keyword: 'Then ', text: 'AE1 is notified', status: 'failed' },
  ],
  exchanges: [
    sampleExchange({ id: 1, from: 'AE1', to: 'CSE1', method: 'DELETE', response: sampleResponse(200, 2002) }),
  ],
});

export const WARNED = sampleScenario({
  location: 'features/group-somecast/fan-out.feature:77',
  name: 'The sub-group is named after the group',
  feature: 'Fan-out of a request',
  requirements: ['SOM-SUB-003'],
  tags: ['@SOM-SUB-003', '@role-group-hosting-cse'],
  verdict: 'WARN',
  reason: 'A recommendation is not followed.',
  warnings: [
    {
      what: 'the name of the sub-group',
      expected: 'a name that begins with "pumps"',
      actual: '"x17"',
      exchange: 1,
    },
  ],
  ledger: [
    { ambiguity: 'X-SOM-26', reading: 'a nested group answers as one entry with an aggregate inside' },
  ],
  steps: [{ keyword: 'When ', text: 'AE1 creates a group', status: 'passed', firstExchange: 1 }],
  exchanges: [
    sampleExchange({ id: 1, from: 'CSE1', to: 'CSE2', method: 'POST', response: sampleResponse(201, 2001) }),
  ],
});

export const INCONCLUSIVE = sampleScenario({
  location: 'features/group-somecast/group-create.feature:5',
  name: 'Duplicates are dropped',
  feature: 'Creating a group',
  requirements: ['SOM-CRE-001'],
  tags: ['@SOM-CRE-001', '@role-group-hosting-cse'],
  verdict: 'INCONCLUSIVE',
  reason: 'The application could not be registered: http://127.0.0.1:8080 refused the connection.',
  steps: [{ keyword: 'Given ', text: 'AE1 is registered', status: 'failed', firstExchange: 1 }],
  exchanges: [
    sampleExchange({
      id: 1,
      from: 'AE1',
      to: 'CSE1',
      method: 'POST',
      failure: 'unreachable: connection refused',
    }),
  ],
});

export const NOT_APPLICABLE = sampleScenario({
  location: 'features/group-somecast/multicast.feature:5',
  name: 'A multicast group is announced',
  feature: 'Multicast',
  requirements: ['SOM-MUL-001'],
  tags: ['@SOM-MUL-001', '@role-member-hosting-cse'],
  verdict: 'NOT_APPLICABLE',
  reason: 'ICS: multicast=false',
  durationMilliseconds: 0,
});

/** A law and the smallest story that breaks it. */
export const BROKEN_LAW = sampleScenario({
  location: 'laws/somecast-turns',
  name: 'ROUND_ROBIN serves nobody twice before all others',
  feature: 'Laws',
  tags: ['@role-group-hosting-cse', '@SOM-ALG-001'],
  requirements: ['SOM-ALG-001'],
  verdict: 'FAIL',
  failedStep: 'no two members differ by more than 1 request',
  deviation: { what: 'the requests', expected: 'counts at most 1 apart', actual: 'm1: 2, m2: 0' },
  law: {
    name: 'somecast-turns',
    runs: 20,
    played: 3,
    path: '2:0:1',
    scenario: '  @SOM-ALG-001\n  Scenario: Turns\n    When AE1 retrieves "pumps/fopt" from any 1 member',
    isSmallest: true,
  },
});
