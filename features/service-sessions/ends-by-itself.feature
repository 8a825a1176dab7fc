@role-session-cse
Feature: Sessions that end by themselves
  A session has an expiration time, and its applications may go away. The CSE then does what it does for a termination.

  @SES-END-008 @ics-session.first
  Scenario: The first CSE ends a session that has expired
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2 with:
      | expirationTime | 5 seconds |
    When 8 seconds pass
    Then AE1 received at least 1 termination
    And nothing of "s1" is left

  @SES-END-008 @ics-session.last
  Scenario: The last CSE ends a session that has expired
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2 with:
      | expirationTime | 5 seconds |
    When 8 seconds pass
    Then AE2 received at least 1 termination
    And nothing of "s1" is left

  @SES-END-005 @SES-END-008 @ics-session.first
  Scenario: The next hop is asked before the application here is told
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2 with:
      | expirationTime | 5 seconds |
    And CSE2 answers the termination after 2 seconds
    When 10 seconds pass
    Then CSE2 received the termination before AE1 received the termination

  @SES-END-014 @ics-session.first
  Scenario: The expiration time of AE1 holds at the next hop as well
    Given the CSE is the first CSE
    When AE1 establishes a session "s1" with AE2 with:
      | expirationTime | 10 minutes |
    Then the answer is CREATED (2001)
    And the establishment that CSE2 received has:
      | expirationTime | 10 minutes |

  @SES-END-009 @ics-session.first
  Scenario: A session ends when the application that began it is gone
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 is deleted
    Then CSE2 received at least 1 termination

  @SES-END-009 @ics-session.last
  Scenario: A session ends when the application that was invited is gone
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When AE2 is deleted
    Then CSE1 received at least 1 termination

  @SES-END-009 @ics-session.only
  Scenario: On one CSE the other application is told
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE2 is deleted
    Then AE1 received at least 1 termination
