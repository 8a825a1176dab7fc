@role-session-cse
Feature: Notification of updates
  Steps 17 and 18 of call flow 2: the owner of a container is told that it was updated as part of the session.

  @SES-NTF-001 @SES-USE-017 @SES-USE-018 @ics-session.last
  Scenario: The owner is told of session and resource
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And AE2 received 1 update
    And the update that AE2 received has:
      | type      | 2            |
      | sessionID | "s1"         |
      | resource  | "container1" |

  @SES-NTF-001 @SES-CHK-012 @ics-session.only
  Scenario: AE1 is told of an update by AE2
    Given the CSE is the only CSE
    And AE1 has a container "container2"
    And AE1 has established a session "s1" with AE2
    When AE2 updates "container2" in session "s1"
    Then the answer is UPDATED (2004)
    And AE1 received 1 update
    And AE2 received no update

  @SES-NTF-002 @ics-session.only
  Scenario: An update by the owner itself is told to nobody
    Given the CSE is the only CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE2 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And AE2 received no update
    And AE1 received no update

  @SES-NTF-003 @ics-session.last
  Scenario: Nobody waits for an owner that does not answer
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE2 stays silent to the update
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And the answer comes before 5 seconds are over
    And "container1" has the protected data that AE1 sent last

  @SES-NTF-003 @ics-session.last
  Scenario: An owner that cannot be reached does not undo the update
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE2 cannot be reached
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And "container1" has the protected data that AE1 sent last

  @SES-NTF-004 @ics-session.last @ics-session.protection
  Scenario: A refused update is not told
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with protected data encrypted with another key
    Then the answer is BAD_REQUEST (4000)
    And AE2 received no update

  @SES-NTF-006 @ics-session.last
  Scenario: A retrieve is told to nobody
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 retrieves "container1" in session "s1"
    Then the answer is OK (2000)
    And AE2 received no update

  @SES-NTF-007 @ics-session.only
  Scenario: An update outside of the session is not told as one of it
    Given the CSE is the only CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE2 updates "container1" outside of a session with:
      | labels | mine |
    Then the answer is UPDATED (2004)
    And AE1 received no update
    And AE2 received no update
