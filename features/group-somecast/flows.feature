@flow @role-group-hosting-cse @ics-group @ics-remote-cse
Feature: The flows of a group, end to end
  The document's procedures in their order, as one exchange each. What goes out to several members may go out in
  any order.

  @SOM-FLOW-001 @SOM-FLOW-002 @SOM-FLOW-003
  Scenario: Fan-out: the request, the members, the aggregated answer
    Given 2 containers "m1", "m2" on CSE2
    And a container "m3" on CSE3
    And a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the messages were exchanged in this order:
      | AE1     | the CSE | retrieve "pumps/fopt" |              |
      | the CSE | CSE2    | retrieve "m1"         | in any order |
      | the CSE | CSE2    | retrieve "m2"         | in any order |
      | the CSE | CSE3    | retrieve "m3"         | in any order |
      | CSE2    | the CSE | answer to "m1"        | in any order |
      | CSE2    | the CSE | answer to "m2"        | in any order |
      | CSE3    | the CSE | answer to "m3"        | in any order |
      | the CSE | AE1     | answer                |              |

  @SOM-FLOW-004 @ics-group.somecast
  Scenario: Somecast: the request, the chosen members, the aggregated answer
    Given a group "pumps" of 4 containers on CSE2 with somecast enabled
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then the answer is OK (2000)
    And exactly 2 members received the request
    And the messages were exchanged in this order:
      | AE1     | the CSE | retrieve "pumps/fopt" |              |
      | the CSE | CSE2    | retrieve any member   | in any order |
      | the CSE | CSE2    | retrieve any member   | in any order |
      | CSE2    | the CSE | answer to any member  | in any order |
      | CSE2    | the CSE | answer to any member  | in any order |
      | the CSE | AE1     | answer                |              |

  @SOM-FLOW-004 @ics-group.somecast
  Scenario: A somecast that is refused ends before any member is asked
    Given a group "pumps" of 2 containers on CSE2 with somecast enabled
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then the answer is BAD_REQUEST (4000)
    And the messages were exchanged in this order:
      | AE1     | the CSE | retrieve "pumps/fopt" |  |
      | the CSE | AE1     | answer                |  |

  @SOM-FLOW-005 @ics-group.memberTypeValidation
  Scenario: A group is created, validated, used, changed and deleted
    Given 2 containers "m1", "m2" on CSE2
    When step 1: AE1 creates a group "pumps" with:
      | memberIDs      | "m1"      |
      | maxNrOfMembers | 2         |
      | memberType     | container |
    Then step 2: the answer is CREATED (2001)
    When step 3: AE1 retrieves "pumps/fopt"
    Then step 4: only "m1" received the request
    When step 5: AE1 updates "pumps" with:
      | memberIDs | "m1", "m2" |
    Then step 6: the answer is UPDATED (2004)
    When step 7: AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then step 8: "m1", "m2" received the request
    When step 9: AE1 deletes "pumps"
    Then step 10: the answer is DELETED (2002)
    And step 11: "pumps/fopt" does not exist

  @SOM-FLOW-006 @ics-group.subGroupCreation
  Scenario: Sub-group: it is made before the request goes through it
    Given a group "pumps" of 2 containers on CSE2
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the messages were exchanged in this order:
      | AE1     | the CSE | retrieve "pumps/fopt"        |  |
      | the CSE | CSE2    | create group                 |  |
      | CSE2    | the CSE | answer to create group       |  |
      | the CSE | CSE2    | retrieve the sub-group       |  |
      | CSE2    | the CSE | answer to the sub-group      |  |
      | the CSE | AE1     | answer                       |  |
