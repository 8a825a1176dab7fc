@role-session-cse
Feature: Session-based requests that are refused
  Unknown session, foreign endpoint, foreign resource, wrong operation: refused by the first CSE that sees it, and
  neither passed on nor served.

  @SES-CHK-003 @SES-CHK-011 @ics-session.first
  Scenario: An identifier that nobody allocated is not found
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with:
      | sessionID | 'AAAAAAAAAAAAAAAAAAAAAA' |
    Then the answer is NOT_FOUND (4004)
    And CSE2 received no update

  @SES-CHK-004 @SES-CHK-011 @SES-USE-003 @ics-session.first
  Scenario: An application that is no endpoint does not use the session
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE3 updates "container1" in session "s1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And CSE2 received no update

  @SES-CHK-004 @SES-CHK-011 @ics-session.last
  Scenario: A CSE does not use the session in its own name
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with:
      | From | CSE1 |
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And "container1" has no protected data

  @SES-CHK-005 @SES-USE-009 @ics-session.only
  Scenario: A container of a third application is none of the session
    Given the CSE is the only CSE
    And AE3 has a container "container3"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container3" in session "s1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And "container3" has no protected data

  @SES-CHK-005 @SES-USE-003 @SES-CHK-011 @ics-session.first
  Scenario: A container of another application at the next hop is none of the session
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And a container "foreign" on CSE2
    And AE1 has established a session "s1" with AE2
    When AE1 updates "foreign" in session "s1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And CSE2 received no update

  @SES-CHK-001 @SES-CHK-011 @ics-session.first
  Scenario: Two identifiers in one request are refused
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has established a session "s2" with AE2
    When AE1 updates "container1" in session "s1" with:
      | sessionID in the query | "s2" |
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no update

  @SES-CHK-001 @ics-session.first
  Scenario: The same identifier in content and query is accepted
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with:
      | sessionID in the query | "s1" |
    Then the answer is UPDATED (2004)

  @SES-CHK-002 @SES-CHK-011 @ics-session.last
  Scenario: A DELETE is not session-based
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 deletes "container1" in session "s1"
    Then the answer is OPERATION_NOT_ALLOWED (4005)
    And "container1" has no protected data

  @SES-CHK-002 @SES-CHK-011 @ics-session.last
  Scenario: A CREATE is not session-based
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 creates a contentInstance in "container1" in session "s1"
    Then the answer is OPERATION_NOT_ALLOWED (4005)

  @SES-CHK-002 @SES-CHK-011 @ics-session.last
  Scenario: An application is no container
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When AE1 retrieves "AE2" in session "s1"
    Then the answer is OPERATION_NOT_ALLOWED (4005)

  @SES-CHK-009 @SES-CHK-011 @ics-session.last
  Scenario: An update with another attribute is refused
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with:
      | labels | mine |
    Then the answer is BAD_REQUEST (4000)
    And "container1" has no protected data

  @SES-CHK-009 @ics-session.last
  Scenario: An update without protected data is refused
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with:
      | protected data | (absent) |
    Then the answer is BAD_REQUEST (4000)

  @SES-CHK-010 @ics-session.only
  Scenario: Protected data is not set outside of a session
    Given the CSE is the only CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE2 updates "container1" outside of a session with:
      | protectedData | 'x' |
    Then the answer is BAD_REQUEST (4000)
    And "container1" has no protected data

  @SES-CHK-015 @ics-session.last
  Scenario: A container of AE2 that is not there is not found
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 retrieves "container1/nowhere" in session "s1"
    Then the answer is NOT_FOUND (4004)
