@role-session-cse
Feature: Terminations that are owed
  Who was asked to take part and gave no positive answer may hold a session all the same; so may who did not answer a
  termination. It is told again until it answers. A refusal needs nothing.

  @SES-OWE-001 @ics-session.first
  Scenario: A next hop that did not answer the establishment is told to end it
    Given the CSE is the first CSE
    And CSE2 stays silent to the first establishment
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And CSE2 received at least 1 termination

  @SES-OWE-001 @SES-OWE-006 @ics-session.first
  Scenario: The termination of an establishment that failed is repeated until it is answered
    Given the CSE is the first CSE
    And CSE2 stays silent to the first establishment
    And CSE2 stays silent to the first termination
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And CSE2 received at least 2 terminations
    When 20 seconds pass
    Then CSE2 received 2 terminations

  @SES-OWE-001 @ics-session.middle
  Scenario: A middle CSE owes its next hop the termination
    Given the CSE is the middle CSE
    And CSE3 stays silent to the first establishment
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And CSE3 received at least 1 termination

  @SES-OWE-002 @ics-session.last
  Scenario: AE2 that did not answer is told that the session has ended
    Given the CSE is the last CSE
    And AE2 stays silent to the establishment
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And the termination that AE2 received has:
      | type      | 3    |
      | sessionID | "s1" |

  @SES-OWE-002 @ics-session.last
  Scenario: AE2 is told again until it answers
    Given the CSE is the last CSE
    And AE2 stays silent to the establishment
    And AE2 stays silent to the first termination
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And AE2 received at least 2 terminations

  @SES-OWE-003 @ics-session.first
  Scenario: A next hop that refused is owed nothing
    Given the CSE is the first CSE
    And CSE2 refuses the establishment with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    When AE1 establishes a session "s1" with AE2
    And 10 seconds pass
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And CSE2 received no termination

  @SES-OWE-003 @ics-session.last
  Scenario: An application that refused is owed nothing
    Given the CSE is the last CSE
    And AE2 refuses the establishment with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    When AE1 establishes a session "s1" with AE2
    And 10 seconds pass
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And AE2 received no termination

  @SES-OWE-004 @ics-session.first
  Scenario: That a next hop does not know the session is an answer
    Given the CSE is the first CSE
    And CSE2 stays silent to the first establishment
    And CSE2 refuses the termination with NOT_FOUND (4004)
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And CSE2 received at least 1 termination
    When 20 seconds pass
    Then CSE2 received 1 termination

  @SES-OWE-005 @SES-END-007 @ics-session.first
  Scenario: A next hop that does not answer the termination gets it again
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And CSE2 stays silent to the first termination
    When AE1 ends session "s1"
    Then the answer is DELETED (2002)
    And nothing of "s1" is left
    And CSE2 received at least 2 terminations

  @SES-OWE-005 @SES-END-007 @ics-session.first
  Scenario: A next hop that comes back gets the termination
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And CSE2 cannot be reached
    When AE1 ends session "s1"
    Then the answer is DELETED (2002)
    When CSE2 answers again
    Then CSE2 received at least 1 termination

  @SES-OWE-005 @SES-END-007 @ics-session.last
  Scenario: An application that does not answer the termination gets it again
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    And AE2 stays silent to the first termination
    When AE1 ends session "s1"
    Then the answer is DELETED (2002)
    And nothing of "s1" is left
    And AE2 received at least 2 terminations

  @SES-OWE-009 @ics-session.first
  Scenario: A name whose end is owed to the next hop is taken
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2 with:
      | resourceName | 's1' |
    And CSE2 stays silent to the termination
    When AE1 ends session "s1"
    Then the answer is DELETED (2002)
    When AE1 establishes a session "s2" with AE2 with:
      | resourceName | 's1' |
    Then the answer is CONFLICT (4105)
    And CSE2 received 1 establishment
