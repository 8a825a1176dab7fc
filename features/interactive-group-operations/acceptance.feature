@role-group-hosting-cse
Feature: The request is accepted at once
  Clause 2.2, steps 1 and 2: the application is told immediately that its request was accepted and that results will
  be notified. Immediately means: before any member has answered.

  Background:
    Given AE1 can be notified

  @IGO-ACC-001 @ics-remote-cse
  Scenario: The acceptance comes before any member has answered
    Given a group "meters" of 2 containers on CSE2
    And CSE2 answers for "m1", "m2" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    Then the request is accepted before any member has answered

  @IGO-ACC-002 @ics-remote-cse
  Scenario: A member that never answers does not delay the acceptance
    Given a group "meters" of 2 containers on CSE2
    And CSE2 stays silent to "m1"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then the request is accepted

  @IGO-REQ-001 @IGO-ACC-003 @IGO-ACC-004
  Scenario Outline: A <operation> of all members is accepted, and its results follow
    Given a group "meters" of 2 containers
    When AE1 asks for a <operation> of "meters/fopt" and to be notified
    Then the request is accepted
    And AE1 was told of "m1" with <status>
    And AE1 was told of "m2" with <status>

    Examples:
      | operation | status         |
      | retrieve  | OK (2000)      |
      | create    | CREATED (2001) |
      | update    | UPDATED (2004) |
      | delete    | DELETED (2002) |

  @IGO-REQ-002 @ics-remote-cse
  Scenario: The entities may be nodes
    Given a node "n1" on CSE2
    And a node "n2" on CSE3
    And a group "nodes" of "n1", "n2"
    When AE1 asks for a retrieve of "nodes/fopt" and to be notified
    Then the request is accepted
    And AE1 was told of "n1", "n2" and of no other member

  @IGO-REQ-003 @ics-remote-cse
  Scenario: The entities may be applications
    Given an AE "a1" on CSE2
    And an AE "a2" on CSE3
    And a group "applications" of "a1", "a2"
    When AE1 asks for a retrieve of "applications/fopt" and to be notified
    Then the request is accepted
    And AE1 was told of "a1", "a2" and of no other member

  @IGO-REQ-004
  Scenario: A request that does not ask for the mode gets its results in the answer
    Given a group "meters" of 2 containers
    When AE1 retrieves "meters/fopt"
    Then the answer is OK (2000)
    And the answer holds one entry per member
    And AE1 got no message

  @IGO-ACC-005
  Scenario: The acceptance carries the identifier of the request
    Given a group "meters" of 2 containers
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then the request is accepted
    And the answer carries the Request Identifier of the request

  @IGO-ACC-006
  Scenario: The acceptance says where the results can be inquired
    Given a group "meters" of 2 containers
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then the request is accepted
    And the acceptance names a request resource

  @IGO-ACC-007
  Scenario: A group without members is refused, at once or as the result
    Given a group "meters" without members
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then the request is refused or ends without results

  @IGO-ACC-008 @IGO-ACC-010 @ics-remote-cse
  Scenario: An originator without privilege is refused, at once or as the result
    Given AE2 can be notified
    And a group "meters" of 2 containers on CSE2
    When AE2 asks for a retrieve of "meters/fopt" and to be notified
    Then the request is refused or ends without results
    And no member received a request

  @IGO-ACC-009
  Scenario: A group that does not exist is refused, at once or as the result
    When AE1 asks for a retrieve of "nowhere/fopt" and to be notified
    Then the request is refused or ends without results
