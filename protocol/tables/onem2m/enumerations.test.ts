import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCESS_CONTROL_OPERATIONS, EVENT_CAT } from './data-types';
import { nameOf } from './enumeration';
import { ENUMERATIONS } from './enumerations';
import { MemberType, ResourceType } from './resource-type-numbers';

function rowsOf(table: keyof typeof ENUMERATIONS): readonly string[] {
  return ENUMERATIONS[table].rows.map(({ value, name }) => `${value} ${name}`);
}

describe('enumerations', () => {
  it('somecastAlgorithm is table 6.3.4.2.Y-1 of SOM', () => {
    assert.deepEqual(rowsOf('somecastAlgorithm'), [
      '1 ROUND_ROBIN',
      '2 WEIGHTED_ROUND_ROBIN',
      '3 LEAST_WORK_LOAD',
      '4 RANDOM',
    ]);
    assert.equal(ENUMERATIONS.somecastAlgorithm.clause, 'SOM 6.3.4.2.X');
  });

  it('consistencyStrategy, requestStatus, operation and responseType are those of TS-0004', () => {
    assert.deepEqual(rowsOf('consistencyStrategy'), ['1 ABANDON_MEMBER', '2 ABANDON_GROUP', '3 SET_MIXED']);
    assert.deepEqual(rowsOf('requestStatus'), [
      '1 COMPLETED',
      '2 FAILED',
      '3 PENDING',
      '4 FORWARDED',
      '5 PARTIALLY_COMPLETED',
    ]);
    assert.deepEqual(rowsOf('operation'), ['1 create', '2 retrieve', '3 update', '4 delete', '5 notify']);
    assert.deepEqual(rowsOf('responseType'), [
      '1 nonBlockingRequestSynch',
      '2 nonBlockingRequestAsynch',
      '3 blockingRequest',
      '4 flexBlocking',
      '5 noResponse',
    ]);
  });

  it('those of service sessions are as their profile has them', () => {
    assert.deepEqual(rowsOf('sessionEventType'), ['1 establishment', '2 update', '3 termination']);
    assert.deepEqual(rowsOf('sessionState'), ['1 established', '2 terminating']);
    assert.deepEqual(rowsOf('sessionDelivery'), ['1 immediate', '2 storeAndForward']);
  });

  it('count as many values as their tables', () => {
    const counts = Object.entries(ENUMERATIONS).map(([name, table]) => [name, table.rows.length]);
    assert.deepEqual(Object.fromEntries(counts), {
      // 71 of TS-0004, and six of service sessions.
      resourceType: 77,
      cseTypeID: 3,
      stdEventCats: 3,
      operation: 5,
      responseType: 5,
      resultContent: 11,
      desIdResType: 2,
      requestStatus: 5,
      memberType: 73,
      consistencyStrategy: 3,
      pendingNotification: 2,
      notificationContentType: 5,
      notificationEventType: 8,
      status: 4,
      batteryStatus: 7,
      mgmtDefinition: 27,
      accessControlOperations: 6,
      filterUsage: 3,
      filterOperation: 2,
      contentFilterSyntax: 1,
      contentStatus: 2,
      aeRegistrationStatus: 2,
      multicastCapability: 2,
      somecastAlgorithm: 4,
      sessionEventType: 3,
      sessionState: 2,
      sessionDelivery: 2,
    });
  });

  it('have each value once', () => {
    for (const table of Object.values(ENUMERATIONS)) {
      assert.equal(new Set(table.rows.map((row) => row.value)).size, table.rows.length, table.name);
    }
  });

  it('member types are mixed, resource types and virtual members', () => {
    assert.equal(MemberType.mixed, 0);
    assert.equal(MemberType.container, 3);
    assert.equal(MemberType.oldest, 20001);
    assert.equal(MemberType.latest, 20002);
    assert.equal(nameOf(ENUMERATIONS.memberType, 45), undefined);
    assert.equal(nameOf(ENUMERATIONS.memberType, 10005), undefined);
  });

  it('resource types keep the gap at 33', () => {
    assert.equal(ResourceType.token, 32);
    assert.equal(ResourceType.dynamicAuthorizationConsultation, 34);
    assert.equal(ResourceType.localMulticastGroup, 45);
    assert.equal(nameOf(ENUMERATIONS.resourceType, 33), undefined);
    assert.equal(nameOf(ENUMERATIONS.resourceType, 10009), 'groupAnnc');
  });

  it('accessControlOperations takes any sum of flags, eventCat its own range', () => {
    const operations =
      ACCESS_CONTROL_OPERATIONS.kind === 'enumeration' ? ACCESS_CONTROL_OPERATIONS.values : [];
    assert.deepEqual([operations[0], operations.at(-1), operations.length], [1, 63, 63]);
    const categories = EVENT_CAT.kind === 'enumeration' ? EVENT_CAT.values : [];
    assert.deepEqual([...categories.slice(0, 4), categories.at(-1)], [2, 3, 4, 100, 999]);
  });
});
