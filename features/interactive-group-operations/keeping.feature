@role-group-hosting-cse @ics-remote-cse
Feature: Results are kept for some time
  Clause 2.2, note 2, last sentence: until the keep time reaches its upper limit. The application asks for a keep time
  with Result Persistence; the CSE has a maximum of its own.

  Background:
    Given AE1 can be notified
    And a group "meters" of 2 containers on CSE2

  @IGO-KEEP-001 @IGO-KEEP-005
  Scenario: Shortly before the keep time is over the results are there
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | 10 seconds |
    And AE1 has been told of "m1", "m2"
    And 8 seconds pass
    When AE1 inquires the results
    Then the answer is OK (2000)
    And the inquiry shows results of "m1", "m2" only

  @IGO-KEEP-003
  Scenario: When the keep time is over an inquiry is refused
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | 10 seconds |
    And AE1 has been told of "m1", "m2"
    And 12 seconds pass
    When AE1 inquires the results
    Then the answer is NOT_FOUND (4004)

  @IGO-KEEP-003 @ics-group.asynchronous.inquiry.byMember
  Scenario: When the keep time is over an inquiry for one member is refused as well
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | 10 seconds |
    And AE1 has been told of "m1", "m2"
    And 12 seconds pass
    When AE1 inquires the results of "m1"
    Then the answer is NOT_FOUND (4004)

  @IGO-KEEP-003 @IGO-RTY-013
  Scenario: Results that nobody acknowledged go as well when the keep time is over
    Given AE1 stays silent
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | as long as the CSE allows |
    And the CSE has given up on AE1
    And the time is over that the CSE keeps results at most
    When AE1 inquires the results
    Then the answer is NOT_FOUND (4004)

  @IGO-KEEP-002
  Scenario: Without a keep time asked for the results are kept all the same
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2"
    When AE1 inquires the results
    Then the answer is OK (2000)
    And the inquiry shows results of "m1", "m2" only

  @IGO-KEEP-004
  Scenario Outline: The CSE keeps results no longer than its maximum when <asked for> is asked for
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | <persistence> |
    And AE1 has been told of "m1", "m2"
    And the time is over that the CSE keeps results at most
    When AE1 inquires the results
    Then the answer is NOT_FOUND (4004)

    Examples:
      | asked for        | persistence                |
      | a longer time    | longer than the CSE allows |
      | no time          | (absent)                   |

  @IGO-KEEP-006
  Scenario: The end of one keep time leaves the results of another request alone
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | 1 second |
    And AE1 has been told of "m1", "m2"
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | 10 seconds |
    And 5 seconds pass
    When AE1 inquires the results
    Then the answer is OK (2000)
    And the inquiry shows results of "m1", "m2" only
