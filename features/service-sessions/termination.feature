@role-session-cse
Feature: Termination
  By either endpoint or by a neighbour, along the chain and to the endpoint; what is owed is in a feature of its own.
  Afterwards nothing of the session is left.

  @SES-END-001 @ics-session.last
  Scenario: AE2 ends the session
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When AE2 ends session "s1"
    Then CSE1 received 1 termination of "s1"
    And the answer is DELETED (2002)
    And nothing of "s1" is left

  @SES-END-002 @SES-END-006 @ics-session.first
  Scenario: The next hop ends the session
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE2 ends session "s1"
    Then AE1 received 1 termination of "s1"
    And CSE2 received no termination
    And the answer is DELETED (2002)
    And nothing of "s1" is left

  @SES-END-002 @SES-END-006 @ics-session.middle
  Scenario: A middle CSE passes the termination on to the other side only
    Given the CSE is the middle CSE
    And AE1 has established a session "s1" with AE2
    When AE2 ends session "s1"
    Then CSE1 received 1 termination of "s1"
    And CSE3 received no termination
    And the answer is DELETED (2002)

  @SES-END-013 @ics-session.only
  Scenario: Who ends the session is not told of it
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE2 ends session "s1"
    Then AE1 received 1 termination of "s1"
    And AE2 received no termination
    And the answer is DELETED (2002)

  @SES-END-003 @ics-session.only
  Scenario: Another application does not end the session
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE3 ends session "s1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And AE2 received no termination
    And the session "s1" can be used

  @SES-END-003 @ics-session.last
  Scenario: A CSE that is no neighbour in the chain does not end the session
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When CSE2 ends session "s1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And AE2 received no termination
    And the session "s1" can be used

  @SES-END-004 @ics-session.first
  Scenario: After its end the session is not used
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has ended session "s1"
    When AE1 updates "container1" in session "s1"
    Then the answer is NOT_FOUND (4004)
    And CSE2 received no update

  @SES-END-005 @ics-session.first
  Scenario: The answer comes after that of the next hop
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And CSE2 answers the termination after 2 seconds
    When AE1 ends session "s1"
    Then AE1 has no answer yet
    When 3 seconds pass
    Then the answer is DELETED (2002)
    And CSE2 received the termination before the answer to the termination

  @SES-END-005 @SES-TRM-004 @ics-session.last
  Scenario: AE2 is told before the answer
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    And AE2 answers the termination after 2 seconds
    When AE1 ends session "s1"
    Then CSE1 has no answer yet
    When 3 seconds pass
    Then the answer is DELETED (2002)
    And AE2 received the termination before the answer to the termination

  @SES-END-011 @ics-session.first
  Scenario: A session that is being ended is not used
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And CSE2 answers the termination after 3 seconds
    When AE1 ends session "s1"
    And AE1 updates "container1" in session "s1"
    Then the answer to the update is NOT_FOUND (4004)
    And CSE2 received no update
    When 4 seconds pass
    Then the answer to the termination is DELETED (2002)

  @SES-END-010 @ics-session.first
  Scenario: A session that has ended is not ended again
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And AE1 has ended session "s1"
    When AE1 ends session "s1"
    Then the answer is NOT_FOUND (4004)
    And CSE2 received 1 termination

  @SES-END-012 @ics-session.first
  Scenario: Another session of the same applications lives on
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And AE1 has established a session "s2" with AE2
    When AE1 ends session "s1"
    Then the answer is DELETED (2002)
    And nothing of "s1" is left
    And the session "s2" can be used

  @SES-END-015 @SES-RES-004 @ics-session.last
  Scenario: A termination by the identifier alone is one
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When AE1 ends session "s1" by its identifier
    Then AE2 received 1 termination of "s1"
    And the answer is DELETED (2002)
    And nothing of "s1" is left

  @SES-TRM-009 @SES-CTX-002 @ics-session.first @ics-session.policies
  Scenario: Policies and contexts go with the session
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery | immediate |
    And AE1 has updated "container1" in session "s1"
    When AE1 ends session "s1"
    Then the answer is DELETED (2002)
    And nothing of "s1" is left
