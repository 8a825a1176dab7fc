@flow @role-group-hosting-cse @ics-remote-cse
Feature: The interactive mode, end to end
  Clause 2.2: accept now, tell of results as they come, be acknowledged, until every entity is reported. What goes
  out to several members may go out in any order, and results that are there together may share a message.

  Background:
    Given AE1 can be notified

  @IGO-FLOW-001
  Scenario: Results reach the application as they come
    Given a group "meters" of 3 containers on CSE2
    And CSE2 answers for "m3" after 10 seconds
    When step 1: AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    Then step 2: the request is accepted before any member has answered
    And step 3: "m1", "m2" and "m3" received the request
    And step 5: AE1 was told of "m1", "m2" before "m3" answered
    And step 6: AE1 got every message once
    When step 7: 10 seconds pass
    Then step 7: AE1 was told of "m1", "m2", "m3" and of no other member
    And step 7: no member was reported to AE1 twice

  @IGO-FLOW-002
  Scenario: Each message of the steps is there, and no other
    Given a container "m1" on CSE2
    And a container "m2" on CSE3
    And a group "meters" of "m1", "m2"
    And CSE2 answers for "m1" after 5 seconds
    And CSE3 answers for "m2" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And 11 seconds pass
    Then AE1 was told of "m1", "m2" and of no other member
    And the messages were exchanged in this order:
      | AE1     | the CSE | retrieve "meters/fopt" |              |
      | the CSE | CSE2    | retrieve "m1"          | in any order |
      | the CSE | CSE3    | retrieve "m2"          | in any order |
      | the CSE | AE1     | acceptance             | in any order |
      | CSE2    | the CSE | answer to "m1"         |              |
      | the CSE | AE1     | result of "m1"         |              |
      | AE1     | the CSE | acknowledgement        |              |
      | CSE3    | the CSE | answer to "m2"         |              |
      | the CSE | AE1     | result of "m2"         |              |
      | AE1     | the CSE | acknowledgement        |              |

  @IGO-FLOW-003
  Scenario: A message that was not acknowledged comes again before the flow goes on
    Given a group "meters" of 1 containers on CSE2
    And AE1 stays silent to the first 1 message
    When step 1: AE1 asks for a retrieve of "meters/fopt" and to be notified
    Then step 2: the request is accepted
    And step 5: AE1 got the first message 2 times
    And step 5: every repetition to AE1 is the same byte for byte
    And step 6: no repetition comes after the acknowledgement
    And step 7: AE1 was told of "m1" and of no other member

  @IGO-FLOW-004
  Scenario: What the application missed it gets by asking
    Given a group "meters" of 2 containers on CSE2
    And AE1 stays silent
    When step 1: AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Persistence | as long as the CSE allows |
    Then step 2: the request is accepted
    And step 3: "m1", "m2" received the request
    When the CSE has given up on AE1
    And AE1 inquires the results
    Then the answer is OK (2000)
    And the inquiry shows results of "m1", "m2" only

  @IGO-FLOW-005
  Scenario: A CSE that reports by itself is passed on like one that answers
    Given 2 containers "m1", "m2" on CSE2
    And a group "sub" of "m1", "m2" hosted by CSE2
    And CSE2 reports for "sub" by itself
    And a container "m3" on CSE3
    And a group "meters" of "sub/fopt", "m3"
    When step 1: AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 10 seconds |
    Then step 2: the request is accepted
    And step 5: AE1 was told of "m1", "m2", "m3" and of no other member
    And step 5: AE1 was told of "m1" with OK (2000)
    And step 5: AE1 was told of "m2" with OK (2000)
    And step 7: no member was reported to AE1 twice
