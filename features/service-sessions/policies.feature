@role-session-cse
Feature: Session policies
  Steps 18 to 23 of call flow 1, and what follows from several policies. Either endpoint sets one, every hop keeps all,
  and a hop is bound by those that name it or name nobody.

  @SES-POL-002 @SES-POL-006 @SES-EST-019 @SES-EST-022 @ics-session.first
  Scenario: A policy is passed on as it is, with its name
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sets a policy "p1" on "s1" with:
      | delivery        | store and forward                   |
      | scheduleElement | opens in 10 seconds for 10 seconds  |
      | appliesTo       | CSE2                                |
      | maximumDelay    | 20 seconds                          |
    Then the answer is CREATED (2001)
    And the policy that CSE2 received has:
      | From            | the CSE                             |
      | delivery        | store and forward                   |
      | scheduleElement | the same                            |
      | appliesTo       | CSE2                                |
      | maximumDelay    | 20 seconds                          |
      | resourceName    | the same                            |
    And the session "s1" has the policy "p1"

  @SES-POL-002 @ics-session.first
  Scenario: A policy without a name is passed on with one
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sets a policy "p1" on "s1" with:
      | resourceName | (absent)  |
      | delivery     | immediate |
    Then the answer is CREATED (2001)
    And the policy that CSE2 received has:
      | resourceName | the same |

  @SES-POL-006 @SES-EST-020 @ics-session.last
  Scenario: The last CSE keeps a policy that binds another one
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sets a policy "p1" on "s1" with:
      | delivery        | store and forward                  |
      | scheduleElement | opens in 10 seconds for 10 seconds |
      | appliesTo       | CSE1                               |
    Then the answer is CREATED (2001)
    And the session "s1" has a sessionPolicy with:
      | delivery  | 2    |
      | appliesTo | CSE1 |

  @SES-POL-001 @ics-session.last
  Scenario: The application that was invited sets a policy
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When AE2 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then CSE1 received 1 policy
    And the answer is CREATED (2001)
    And the session "s1" has the policy "p1"

  @SES-POL-001 @ics-session.only
  Scenario: On one CSE either application sets a policy
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE2 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then the answer is CREATED (2001)
    And the session "s1" has the policy "p1"

  @SES-POL-005 @ics-session.first
  Scenario: The deletion of a policy is passed on
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery | immediate |
    When AE1 deletes the policy "p1"
    Then CSE2 received 1 deletion of the policy
    And the answer is DELETED (2002)
    And the session "s1" has no policy "p1"

  @SES-POL-005 @ics-session.last
  Scenario: The last CSE deletes a policy when it is told
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery | immediate |
    When AE1 deletes the policy "p1"
    Then the answer is DELETED (2002)
    And the session "s1" has no policy "p1"

  @SES-POL-019 @ics-session.first
  Scenario: A window that was deleted binds no more
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 15 seconds for 5 seconds
    And AE1 deletes the policy "p1"
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And the answer comes before 10 seconds are over
    And CSE2 received 1 update

  @SES-POL-008 @ics-session.first
  Scenario: Immediate is stricter than store and forward
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 15 seconds for 5 seconds
    And a policy "p2" on "s1" with:
      | delivery | immediate |
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And the answer comes before 10 seconds are over

  @SES-POL-009 @ics-session.first
  Scenario: Of two windows the time counts that both are open
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 4 seconds for 12 seconds
    And a policy "p2" on "s1" that opens in 10 seconds for 12 seconds
    When AE1 updates "container1" in session "s1"
    And 7 seconds pass
    Then CSE2 received no update
    When 6 seconds pass
    Then CSE2 received 1 update
    And CSE2 received every update while the window of "p2" was open
    And the answer is UPDATED (2004)

  @SES-POL-010 @ics-session.first
  Scenario: Of two maximum delays the shorter counts
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery        | store and forward                   |
      | scheduleElement | opens in 15 seconds for 10 seconds  |
      | appliesTo       | the CSE                             |
      | maximumDelay    | 25 seconds                          |
    And a policy "p2" on "s1" with:
      | delivery        | store and forward                   |
      | scheduleElement | opens in 15 seconds for 10 seconds  |
      | appliesTo       | the CSE                             |
      | maximumDelay    | 5 seconds                           |
    When AE1 updates "container1" in session "s1"
    Then the answer is REQUEST_TIMEOUT (4008)
    And CSE2 received no update

  @SES-POL-007 @ics-session.first
  Scenario: A policy that names nobody binds this hop
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery        | store and forward                |
      | scheduleElement | opens in 5 seconds for 10 seconds |
    When AE1 updates "container1" in session "s1"
    Then AE1 has no answer yet
    And CSE2 received no update
    When 7 seconds pass
    Then the answer is UPDATED (2004)

  @SES-POL-007 @SES-SAF-014 @ics-session.first
  Scenario: A policy that names another hop does not bind this one
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery        | store and forward                  |
      | scheduleElement | opens in 15 seconds for 5 seconds  |
      | appliesTo       | CSE2                               |
    When AE1 updates "container1" in session "s1"
    Then CSE2 received 1 update
    And the answer is UPDATED (2004)
    And the answer comes before 10 seconds are over
