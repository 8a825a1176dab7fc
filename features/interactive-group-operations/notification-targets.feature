@role-group-hosting-cse @ics-remote-cse
Feature: Whom to notify
  Clause 2.2, step 5, as TS-0004 7.5.1.2.5 spells it: the targets that the request names, else the originator. An
  empty list means that nobody is told.

  Background:
    Given AE1 can be notified
    And a group "meters" of 2 containers on CSE2

  @IGO-TGT-001 @IGO-TGT-004
  Scenario: A target that the request names is told, and the originator is not
    Given a notification target "NT1"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at "NT1"
    Then "NT1" was told of "m1", "m2" and of no other member
    And AE1 got no message

  @IGO-TGT-001
  Scenario: An application that the request names is told
    Given AE2 can be notified
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at AE2
    Then AE2 was told of "m1", "m2" and of no other member

  @IGO-TGT-001
  Scenario: The originator may name itself
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at AE1
    Then AE1 was told of "m1", "m2" and of no other member

  @IGO-TGT-002
  Scenario: Of several targets each is told of all members
    Given a notification target "NT1"
    And a notification target "NT2"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at "NT1", "NT2" and AE1
    Then "NT1" was told of "m1", "m2" and of no other member
    And "NT2" was told of "m1", "m2" and of no other member
    And AE1 was told of "m1", "m2" and of no other member

  @IGO-TGT-002 @IGO-REP-002
  Scenario: Each of two targets is told of a late member once
    Given AE2 can be notified
    And CSE2 answers for "m2" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at AE1 and AE2 with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then AE1 was told of "m1", "m2" and of no other member
    And AE2 was told of "m1", "m2" and of no other member
    And no member was reported to AE1 twice
    And no member was reported to AE2 twice

  @IGO-TGT-003
  Scenario: Where nobody is named the originator is told
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 was told of "m1", "m2" and of no other member

  @IGO-TGT-005
  Scenario: With an empty list the members are asked and nobody is told
    When AE1 asks for a retrieve of "meters/fopt" and to be notified nowhere
    Then the request is accepted
    And "m1", "m2" received the request
    And AE1 got no message

  @IGO-TGT-005 @IGO-ACC-001
  Scenario: With an empty list the acceptance does not wait either
    Given CSE2 answers for "m1", "m2" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified nowhere with:
      | Result Expiration Timestamp | 30 seconds |
    Then the request is accepted before any member has answered

  @IGO-TGT-006
  Scenario: What nobody is told of can be inquired
    When AE1 asks for a retrieve of "meters/fopt" and to be notified nowhere
    Then an inquiry eventually shows results of "m1", "m2"
