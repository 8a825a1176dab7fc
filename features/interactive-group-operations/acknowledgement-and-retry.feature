@role-group-hosting-cse @ics-remote-cse
Feature: A message that is not acknowledged is sent again
  Clause 2.2, step 6 and note 1: the same message, until it is answered or the limit is reached. Limit and time are
  the target's own. A repetition has the same identifier and the same bytes; only a success acknowledges.

  Background:
    Given AE1 can be notified
    And a group "meters" of 2 containers on CSE2

  @IGO-RTY-001 @IGO-RTY-002 @IGO-RTY-003
  Scenario: Without an answer the same message comes again
    Given AE1 stays silent to the first 1 message
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 got the first message 2 times
    And every repetition to AE1 is the same byte for byte
    And AE1 was told of "m1", "m2" and of no other member

  @IGO-RTY-006
  Scenario: A message is not repeated while its answer may still come in time
    Given AE1 stays silent to the first 1 message
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 got the first message 2 times
    And no repetition to AE1 comes before the time for an acknowledgement is over

  @IGO-RTY-004 @IGO-RTY-005
  Scenario: A message that is never answered is sent as often as the limit allows
    Given AE1 stays silent
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 got the first message as often as the limit allows
    And every repetition to AE1 is the same byte for byte

  @IGO-RTY-010
  Scenario: The last permitted repetition can still be acknowledged
    Given AE1 stays silent to every message but the last
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 got the first message as often as the limit allows
    And no repetition comes after the acknowledgement
    And AE1 was told of "m1", "m2" and of no other member

  @IGO-ACK-001
  Scenario: A message that was repeated and acknowledged does not come again
    Given AE1 stays silent to the first 1 message
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2"
    When the CSE has given up on AE1
    Then AE1 got the first message 2 times
    And no member was reported to AE1 twice

  @IGO-RTY-007
  Scenario: A connection that breaks before the answer brings the message again
    Given AE1 drops the connection to the first 1 message
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 got the first message 2 times
    And every repetition to AE1 is the same byte for byte

  @IGO-RTY-009
  Scenario: Garbage for an answer brings the message again
    Given AE1 answers with garbage to the first 1 message
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 got the first message 2 times
    And every repetition to AE1 is the same byte for byte

  @IGO-ACK-004
  Scenario Outline: An answer <status> does not acknowledge
    Given AE1 refuses with <status> to the first 1 message
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 got the first message 2 times
    And every repetition to AE1 is the same byte for byte

    Examples:
      | status                       |
      | NOT_FOUND (4004)             |
      | INTERNAL_SERVER_ERROR (5000) |

  @IGO-ACK-002
  Scenario: An acknowledgement that comes twice does no harm
    Given CSE2 answers for "m2" after 10 seconds
    And AE1 acknowledges twice
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then AE1 was told of "m1", "m2" and of no other member
    And no member was reported to AE1 twice

  @IGO-ACK-003
  Scenario: An acknowledgement that comes too late does no harm
    Given AE1 acknowledges too late to the first 1 message
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified
    When the CSE has given up on AE1
    Then AE1 was told of "m1", "m2" and of no other member
    And no member was reported to AE1 twice
    And AE1 got no message more often than the limit allows
    And every repetition to AE1 is the same byte for byte

  @IGO-RTY-008
  Scenario: An application that comes back in time gets the message
    Given AE1 is unreachable
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has missed a message
    When AE1 comes back
    Then AE1 acknowledged the results of "m1", "m2"

  @IGO-RTY-003
  Scenario: Results that come meanwhile are not put into a repetition
    Given AE1 stays silent
    And CSE2 answers for "m2" after 1 second
    When AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then AE1 got the first message as often as the limit allows
    And every repetition to AE1 is the same byte for byte
    And no member was reported to AE1 twice

  @IGO-RTY-011
  Scenario: A target that stays silent does not hold up another
    Given AE2 can be notified
    And AE1 stays silent to the first 1 message
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at AE1 and AE2
    Then AE2 was told of "m1", "m2" before any repetition to AE1
    And AE2 got every message once
    And AE1 was told of "m1", "m2"

  @IGO-RTY-012
  Scenario: An application that stays silent does not keep the members from being asked
    Given a container "m3" on CSE3
    And the members of "meters" are changed to "m1", "m3"
    And CSE3 answers for "m3" after 2 seconds
    And AE1 stays silent
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | as long as the CSE allows |
    Then an inquiry eventually shows results of "m1", "m3"
    And AE1 got no message more often than the limit allows

  @IGO-RTY-013
  Scenario Outline: After the last repetition nothing is lost to an application that <reaction>
    Given AE1 <reaction>
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | as long as the CSE allows |
    And the CSE has given up on AE1
    When AE1 inquires the results
    Then the answer is OK (2000)
    And the inquiry shows results of "m1", "m2" only

    Examples:
      | reaction                                   |
      | stays silent                               |
      | drops the connection                       |
      | refuses with INTERNAL_SERVER_ERROR (5000)  |
