@role-group-hosting-cse
Feature: The interactive mode with other features of groups
  Clause 2.2 speaks of all entities of the group. With somecast or target members these are the chosen ones, with
  nested groups those behind them.

  Background:
    Given AE1 can be notified

  @IGO-CMB-001 @ics-remote-cse
  Scenario: With a somecast number as many members are told of as were asked for
    Given a group "meters" of 4 containers on CSE2 with somecast enabled
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Group Somecast Target Number | 2 |
    Then the request is accepted
    And AE1 was told of exactly 2 members
    And exactly 2 members received the request

  @IGO-CMB-002 @ics-remote-cse
  Scenario: A somecast number that is too large is refused, at once or as the result
    Given a group "meters" of 2 containers on CSE2 with somecast enabled
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Group Somecast Target Number | 2 |
    Then the request is refused or ends without results
    And no member received a request

  @IGO-CMB-003 @ics-remote-cse
  Scenario: With target members these are told of, and no others
    Given a group "meters" of 3 containers on CSE2
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Group Request Target Members | "m1", "m3" |
    Then the request is accepted
    And AE1 was told of "m1", "m3" and of no other member
    And only "m1", "m3" received the request

  @IGO-CMB-004 @ics-remote-cse
  Scenario: A target that is no member is refused, at once or as the result
    Given a group "meters" of 2 containers on CSE2
    And a container "other" on CSE2
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Group Request Target Members | "m1", "other" |
    Then the request is refused or ends without results
    And no member received a request

  @IGO-CMB-003 @ics-group.asynchronous.inquiry @ics-remote-cse
  Scenario: With target members an inquiry shows all when these have answered
    Given a group "meters" of 3 containers on CSE2
    And CSE2 stays silent to "m2"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Group Request Target Members | "m1", "m3" |
    Then an inquiry eventually shows the status COMPLETED
    And AE1 was told of "m1", "m3" and of no other member

  @IGO-CMB-005
  Scenario: The members of a nested group are told of
    Given 3 containers "m1", "m2", "m3"
    And a group "sub" of "m1", "m2"
    And a group "meters" of "sub/fopt", "m3"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2", "m3" and of no other member

  @IGO-CMB-006 @ics-remote-cse
  Scenario: The members of a nested group on another CSE are told of
    Given 2 containers "m1", "m2" on CSE2
    And a group "sub" of "m1", "m2" hosted by CSE2
    And a container "m3" on CSE3
    And a group "meters" of "sub/fopt", "m3"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2", "m3" and of no other member
    And no member was reported to AE1 twice

  @IGO-CMB-007
  Scenario: A path after the fanOutPoint is carried to the members
    Given 2 containers "m1", "m2"
    And a container "log" in each of "m1", "m2"
    And a group "meters" of "m1", "m2"
    When AE1 asks for a delete of "meters/fopt/log" and to be notified
    Then AE1 was told of "m1" with DELETED (2002)
    And AE1 was told of "m2" with DELETED (2002)
    And "m1/log" does not exist
    And "m1" exists
