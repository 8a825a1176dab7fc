@role-group-hosting-cse @ics-remote-cse
Feature: The application is told of results as they come
  Clause 2.2, steps 5 to 7: each message holds results of one or more entities, and messages follow until every
  entity is reported. How many entities share a message is open.

  Background:
    Given AE1 can be notified

  @IGO-NTF-001
  Scenario: A message is a request that carries aggregated results
    Given a group "meters" of 2 containers on CSE2
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2"
    And every message to AE1 is a notification with the aggregated results

  @IGO-NTF-002
  Scenario: No message is without results
    Given a group "meters" of 3 containers on CSE2
    And CSE2 answers for "m3" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then AE1 was told of "m1", "m2", "m3"
    And every message to AE1 holds at least one result

  @IGO-NTF-003
  Scenario: Results are sent while others are still to come
    Given a group "meters" of 3 containers on CSE2
    And CSE2 answers for "m2" after 5 seconds
    And CSE2 answers for "m3" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then AE1 was told of "m1" before "m2" answered
    And AE1 was told of "m2" before "m3" answered
    And AE1 was told of "m3"

  @IGO-NTF-003
  Scenario: A result is not told before it is there
    Given a group "meters" of 2 containers on CSE2
    And CSE2 answers for "m2" after 10 seconds
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And AE1 has been told of "m1"
    When 5 seconds pass
    Then so far AE1 was told of "m1" only

  @IGO-NTF-004
  Scenario: The application that asked is told, and no other
    Given AE2 can be notified
    And a group "meters" of 2 containers on CSE2
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2"
    And AE2 got no message

  @IGO-NTF-005
  Scenario: A message comes from the CSE
    Given a group "meters" of 2 containers on CSE2
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2"
    And every message to AE1 comes from the CSE

  @IGO-NTF-006
  Scenario: A message says which request its results belong to
    Given a group "meters" of 2 containers on CSE2
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2"
    And every message to AE1 carries the identifier of the request

  @IGO-NTF-007
  Scenario: Two messages have two identifiers
    Given a group "meters" of 2 containers on CSE2
    And CSE2 answers for "m2" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then AE1 was told of "m1" before "m2" answered
    And AE1 was told of "m1", "m2"
    And AE1 got messages with different identifiers

  @IGO-REP-001
  Scenario: Twelve members are all reported
    Given a group "meters" of 12 containers on CSE2
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of exactly 12 members

  @IGO-REP-002
  Scenario: A later message holds none of the members of an earlier one
    Given a group "meters" of 4 containers on CSE2
    And CSE2 answers for "m3" after 5 seconds
    And CSE2 answers for "m4" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then AE1 was told of "m1", "m2", "m3", "m4" and of no other member
    And no member was reported to AE1 twice

  @IGO-ACK-001 @IGO-REP-003
  Scenario: After the last member no further message comes
    Given a group "meters" of 2 containers on CSE2
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2"
    When 30 seconds pass
    Then AE1 got every message once
    And no member was reported to AE1 twice

  @IGO-REP-004
  Scenario: Two requests that run at the same time are told apart, each complete
    Given a group "meters" of 2 containers on CSE2
    And CSE2 answers for "m2" after 10 seconds
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then each of the two requests brought AE1 the results of "m1", "m2"
