@role-group-hosting-cse @ics-remote-cse
Feature: Members that are offline
  Clause 1, second example: nodes that are not online are triggered first, and their results come when they are
  online. How they are triggered is not part of any binding. They have until the results expire.

  Background:
    Given AE1 can be notified
    And a container "m1" on CSE2
    And a container "m2" on CSE3
    And a group "meters" of "m2", "m1"
    And CSE2 is unreachable

  @IGO-OFF-002
  Scenario: A request is accepted while a member is offline
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    Then the request is accepted

  @IGO-OFF-004
  Scenario: The members that are online are told while another is offline
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    Then AE1 was told of "m2" with OK (2000)
    And so far AE1 was told of "m2" only

  @IGO-OFF-003
  Scenario: A member that comes online is asked, and its result is told
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And AE1 has been told of "m2"
    When CSE2 becomes reachable again
    Then AE1 was told of "m1" with OK (2000)
    And no member was reported to AE1 twice

  @IGO-OFF-003
  Scenario: Two nodes that come online one after the other are told of as they come
    Given CSE3 is unreachable
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 1 second passes
    And CSE3 becomes reachable again
    And AE1 has been told of "m2"
    When CSE2 becomes reachable again
    Then AE1 was told of "m1" with OK (2000)
    And AE1 was told of "m1", "m2" and of no other member
    And no member was reported to AE1 twice

  @IGO-OFF-006
  Scenario: Before the results expire an offline member is not given up
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And AE1 has been told of "m2"
    When 20 seconds pass
    Then so far AE1 was told of "m2" only

  @IGO-OFF-005
  Scenario: A member that never comes online is reported as not reached
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And AE1 has been told of "m2"
    When 31 seconds pass
    Then AE1 was told that "m1" failed
    And AE1 was told of "m1", "m2" and of no other member
    And no member was reported to AE1 twice

  @IGO-OFF-005
  Scenario: Where all members are offline all are reported as not reached
    Given CSE3 is unreachable
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    When 31 seconds pass
    Then AE1 was told that "m1" failed
    And AE1 was told that "m2" failed

  @IGO-OFF-007
  Scenario: A member that comes online after the results expired is not reported again
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 31 seconds pass
    And AE1 has been told of "m1", "m2"
    And CSE2 becomes reachable again
    When 30 seconds pass
    Then AE1 was told that "m1" failed
    And no member was reported to AE1 twice

  @IGO-OFF-008
  Scenario: An inquiry after the results expired says who was not reached
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 10 seconds |
      | Result Persistence          | 30 seconds |
    And 11 seconds pass
    When AE1 inquires the results
    Then the inquiry shows "m2" with OK (2000)
    And the inquiry shows that "m1" failed
