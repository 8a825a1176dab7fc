@role-session-cse
Feature: Who sees a session, and who sees the key
  The two endpoints see it at their own registrars, nobody changes it, and the key is shown to nobody afterwards.

  @SES-RES-001 @ics-session.first
  Scenario: The application that began sees the session
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 retrieves the session "s1"
    Then the answer is OK (2000)

  @SES-RES-001 @ics-session.last
  Scenario: The application that was invited sees the session
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When AE2 retrieves the session "s1"
    Then the answer is OK (2000)

  @SES-RES-001 @ics-session.only
  Scenario: On one CSE both applications see the session
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE2 retrieves the session "s1"
    Then the answer is OK (2000)

  @SES-RES-002 @ics-session.only
  Scenario: Another application does not see the session
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE3 retrieves the session "s1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @SES-RES-002 @ics-session.only
  Scenario: Another application does not see an endpoint of the session
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE3 retrieves "targetEndpoint" of the session "s1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @SES-IDN-006 @ics-session.first
  Scenario: A retrieve does not show the key
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 retrieves the session "s1"
    Then the answer is OK (2000)
    And the session in the answer has:
      | sessionCredentials | (absent) |

  @SES-IDN-007 @ics-session.first
  Scenario: The key is in no message of the first CSE but establishments
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE1 ends session "s1"
    Then the answer is DELETED (2002)
    And the key of "s1" was in no other message

  @SES-IDN-007 @ics-session.last
  Scenario: The key is in no message of the last CSE but the invitation
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE1 ends session "s1"
    Then the answer is DELETED (2002)
    And the key of "s1" was in no other message

  @SES-RES-003 @ics-session.first
  Scenario: Nobody updates a session
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 updates the session "s1" with:
      | maxNrOfContexts | 3 |
    Then the answer is OPERATION_NOT_ALLOWED (4005)
    And the session "s1" can be used

  @SES-RES-005 @ics-session.first
  Scenario: A policy is found with and without sessionPolicies in its path
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery | immediate |
    When AE1 retrieves "sessionPolicies/p1" of the session "s1"
    Then the answer is OK (2000)
    When AE1 retrieves "p1" of the session "s1"
    Then the answer is OK (2000)
