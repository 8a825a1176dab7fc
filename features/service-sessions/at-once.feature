@role-session-cse
Feature: Several establishments and terminations at once
  Sessions do not know of each other: each is complete or is not there.

  @SES-ONE-001 @SES-IDN-002 @ics-session.first
  Scenario: Two establishments at once make two sessions
    Given the CSE is the first CSE
    When AE1 establishes the sessions "s1" and "s2" with AE2 at once
    Then one answer is CREATED (2001) and the other CREATED (2001)
    And the sessions "s1" and "s2" have different identifiers and keys
    And the session "s1" can be used
    And the session "s2" can be used

  @SES-ONE-002 @SES-EFA-015 @ics-session.first
  Scenario: Of two establishments at once with one name one is refused
    Given the CSE is the first CSE
    When AE1 establishes the sessions "s1" and "s2" with AE2 at once with:
      | resourceName | 'session-a' |
    Then one answer is CREATED (2001) and the other CONFLICT (4105)

  @SES-ONE-001 @SES-IDN-008 @ics-session.last
  Scenario: Two establishments at once with one name are both accepted at the last CSE
    Given the CSE is the last CSE
    When AE1 establishes the sessions "s1" and "s2" with AE2 at once with:
      | resourceName | 'session-a' |
    Then one answer is CREATED (2001) and the other CREATED (2001)
    And the session "s1" can be used
    And the session "s2" can be used

  @SES-ONE-003 @ics-session.first
  Scenario: A next hop that is slow does not hold up the use of another session
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And CSE2 answers the establishment after 5 seconds
    When AE1 establishes a session "s2" with AE2
    And AE1 updates "container1" in session "s1"
    Then the answer to the update is UPDATED (2004)
    And the answer comes before 4 seconds are over
    And CSE2 received 1 update of "s1"
    When 6 seconds pass
    Then the answer to the establishment of "s2" is CREATED (2001)

  @SES-ONE-004 @ics-session.first
  Scenario: Establishments in both directions at once
    Given the CSE is the first CSE
    And CSE2 answers the establishment after 2 seconds
    When AE1 establishes a session "s1" with AE2
    And AE2 establishes a session "s2" with AE1
    And 3 seconds pass
    Then the answer to the establishment of "s1" is CREATED (2001)
    And the answer to the establishment of "s2" is CREATED (2001)
    And the sessions "s1" and "s2" have different identifiers and keys

  @SES-ONE-005 @ics-session.only
  Scenario: Both applications end the session at once
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE1 and AE2 end session "s1" at once
    Then one answer is DELETED (2002) and the other DELETED (2002) or NOT_FOUND (4004)
    And nothing of "s1" is left

  @SES-ONE-005 @SES-END-016 @ics-session.only
  Scenario: A session that is being ended is ended at once for who ends it too
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    And AE2 answers the termination after 5 seconds
    When AE1 ends session "s1"
    And AE2 ends session "s1"
    Then the answer is DELETED (2002)
    And the answer comes before 4 seconds are over
    And every answer is DELETED (2002)
    And AE2 received 1 termination
    And nothing of "s1" is left

  @SES-ONE-005 @SES-END-012 @ics-session.first
  Scenario: Two sessions are ended at once
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And AE1 has established a session "s2" with AE2
    And AE1 has established a session "s3" with AE2
    When AE1 ends the sessions "s1" and "s2" at once
    Then one answer is DELETED (2002) and the other DELETED (2002)
    And nothing of "s1" is left
    And nothing of "s2" is left
    And the session "s3" can be used
