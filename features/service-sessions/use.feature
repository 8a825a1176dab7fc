@role-session-cse
Feature: Use of a session
  Steps 1 to 4, 7 to 12, 14, 16 and 20 to 27 of call flow 2. A request is session-based by the identifier in its content
  or its query. The session is the permission.

  @SES-CHK-008 @SES-USE-002 @SES-USE-007 @ics-session.first
  Scenario: An update is passed on unchanged but for From
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And the update that CSE2 received has:
      | From      | AE1          |
      | To        | "container1" |
      | sessionID | "s1"         |
    And CSE2 received the protected data that AE1 sent last

  @SES-CHK-008 @SES-USE-002 @ics-session.first
  Scenario: A retrieve is passed on with the identifier in its query
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE1 retrieves "container1" in session "s1"
    Then CSE2 received 1 retrieve of "s1"
    And the answer is OK (2000)
    And the answer has the protected data that AE1 sent last

  @SES-POL-020 @SES-USE-012 @SES-PRT-008 @ics-session.last
  Scenario: An update is served at once and stored as it came
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And the answer comes before 10 seconds are over
    And "container1" has the protected data that AE1 sent last

  @SES-CHK-007 @SES-PRT-008 @SES-USE-027 @ics-session.last
  Scenario: The session is the permission to read
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE1 retrieves "container1" in session "s1"
    Then the answer is OK (2000)
    And the answer has the protected data that AE1 sent last

  @SES-CHK-016 @ics-session.only
  Scenario: Without the identifier access control decides
    Given the CSE is the only CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 retrieves "container1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @SES-CHK-006 @SES-USE-009 @ics-session.last
  Scenario Outline: The container is named by its <form> address
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" (<form>) in session "s1"
    Then the answer is UPDATED (2004)

    Examples:
      | form                     |
      | SP-relative structured   |
      | SP-relative unstructured |
      | absolute structured      |

  @SES-CHK-012 @ics-session.first
  Scenario: AE2 updates a container of AE1
    Given the CSE is the first CSE
    And AE1 has a container "container2"
    And AE1 has established a session "s1" with AE2
    When AE2 updates "container2" in session "s1"
    Then the answer is UPDATED (2004)
    And "container2" has the protected data that AE2 sent last
    And AE1 received 1 update

  @SES-CHK-012 @SES-USE-004 @ics-session.middle
  Scenario: A middle CSE passes on in both directions
    Given the CSE is the middle CSE
    And AE1 has a container "container2"
    And AE1 has established a session "s1" with AE2
    When AE2 updates "container2" in session "s1"
    Then CSE1 received 1 update
    And CSE3 received no update
    And the answer is UPDATED (2004)

  @SES-CHK-013 @ics-session.first
  Scenario: A next hop that does not answer is not reached
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And CSE2 stays silent to the update
    When AE1 updates "container1" in session "s1"
    Then the answer is TARGET_NOT_REACHABLE (5103)

  @SES-CHK-014 @ics-session.first
  Scenario: What the next hop refuses is the answer
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And CSE2 refuses the update with CONFLICT (4105)
    When AE1 updates "container1" in session "s1"
    Then the answer is CONFLICT (4105)

  @SES-SAF-008 @SES-SAF-009 @ics-session.first
  Scenario: Requests are passed on one after the other in their order
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And CSE2 answers the update after 1 second
    When AE1 updates "container1" in session "s1" 4 times
    Then every answer is UPDATED (2004)
    And CSE2 received 4 updates
    And CSE2 received the updates in the order in which they were sent
    And CSE2 received each update after its answer to the one before
