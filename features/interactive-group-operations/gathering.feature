@role-group-hosting-cse @ics-remote-cse
Feature: Results are gathered from the members' CSEs
  Clause 2.2, steps 3 and 4: by talking with the CSEs of the nodes, and from CSEs that report by themselves. Whether
  the CSEs are asked one after the other or at the same time is open.

  Background:
    Given AE1 can be notified

  @IGO-GAT-001
  Scenario: Every entity is asked once
    Given a group "meters" of 3 containers on CSE2
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2", "m3" and of no other member
    And each member received 1 request

  @IGO-GAT-002
  Scenario: Entities on two CSEs are asked there
    Given 2 containers "m1", "m2" on CSE2
    And a container "m3" on CSE3
    And a group "meters" of "m1", "m2", "m3"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2", "m3" and of no other member
    And "m1", "m2" and "m3" received the request

  @IGO-GAT-003
  Scenario: Entities on the CSE itself are reported like those on another
    Given a container "m1"
    And a container "m2" on CSE2
    And a group "meters" of "m1", "m2"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2" and of no other member

  @IGO-GAT-008
  Scenario: What a member refuses is reported as its result
    Given a group "meters" of 2 containers on CSE2
    And CSE2 refuses every request to "m2" with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1" with OK (2000)
    And AE1 was told of "m2" with ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @IGO-GAT-009
  Scenario: The result of a member is what the member answered
    Given a container "m1" with:
      | labels | blue |
    And a container "m2" with:
      | labels | red |
    And a group "meters" of "m1", "m2"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then the result of "m1" that AE1 was told has:
      | labels | blue |
    And the result of "m2" that AE1 was told has:
      | labels | red |

  @IGO-BGD-004
  Scenario: A member that takes long holds back none that comes after it in the group
    Given a container "m1" on CSE2
    And 2 containers "m2", "m3" on CSE3
    And a group "meters" of "m1", "m2", "m3"
    And CSE2 answers for "m1" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then AE1 was told of "m2", "m3" before "m1" answered

  @IGO-GAT-005
  Scenario: What a CSE reports by itself for its members is told
    Given 2 containers "m1", "m2" on CSE2
    And a group "sub" of "m1", "m2" hosted by CSE2
    And CSE2 reports for "sub" by itself
    And a group "meters" of "sub/fopt"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 10 seconds |
    Then AE1 was told of "m1", "m2" and of no other member
    And AE1 was told of "m1" with OK (2000)
    And AE1 was told of "m2" with OK (2000)

  @IGO-GAT-006
  Scenario: A report that comes twice is told once
    Given 2 containers "m1", "m2" on CSE2
    And a group "sub" of "m1", "m2" hosted by CSE2
    And CSE2 reports for "sub" twice by itself
    And a group "meters" of "sub/fopt"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 10 seconds |
    Then AE1 was told of "m1", "m2" and of no other member
    And no member was reported to AE1 twice

  @IGO-GAT-006
  Scenario: An answer that comes twice is told once
    Given a group "meters" of 2 containers on CSE2
    And CSE2 answers for "m1" twice
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2" and of no other member
    And no member was reported to AE1 twice
