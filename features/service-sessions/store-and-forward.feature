@role-session-cse
Feature: Store and forward
  Steps 5 and 6 of call flow 2: a request is kept until the window is open. The document says neither what "off-peak" is
  nor how long the originator waits; here the window is a schedule, and the request has an end.

  @SES-SAF-001 @SES-SAF-003 @SES-USE-006 @ics-session.first
  Scenario: A request is kept until the window is open, and answered when it has been served
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 5 seconds for 10 seconds
    When AE1 updates "container1" in session "s1"
    Then CSE2 received no update
    And AE1 has no answer yet
    When 7 seconds pass
    Then CSE2 received 1 update
    And CSE2 received every update while the window of "p1" was open
    And the answer is UPDATED (2004)

  @SES-SAF-002 @ics-session.first
  Scenario: With the window open a request is passed on at once
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 3 seconds for 15 seconds
    And 5 seconds pass
    When AE1 updates "container1" in session "s1"
    Then CSE2 received 1 update
    And the answer is UPDATED (2004)
    And the answer comes before 5 seconds are over

  @SES-SAF-001 @SES-SAF-004 @ics-session.first
  Scenario: With the window closed again nothing is passed on
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery        | store and forward                                                        |
      | scheduleElement | opens in 3 seconds for 5 seconds and opens in 20 seconds for 6 seconds   |
      | appliesTo       | the CSE                                                                  |
    And 11 seconds pass
    When AE1 updates "container1" in session "s1" with:
      | Result Expiration Timestamp | 5 seconds |
    Then the answer is REQUEST_TIMEOUT (4008)
    And CSE2 received no update

  @SES-SAF-008 @SES-SAF-009 @ics-session.first
  Scenario: What was stored is passed on in the order in which it came
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 4 seconds for 10 seconds
    And CSE2 answers the update after 1 second
    When AE1 updates "container1" in session "s1" 3 times
    And 9 seconds pass
    Then CSE2 received 3 updates
    And CSE2 received the updates in the order in which they were sent
    And CSE2 received each update after its answer to the one before
    And every answer is UPDATED (2004)

  @SES-SAF-004 @ics-session.first
  Scenario: A request that ends before the window opens is refused at once
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 20 seconds for 10 seconds
    When AE1 updates "container1" in session "s1" with:
      | Result Expiration Timestamp | 10 seconds |
    Then the answer is REQUEST_TIMEOUT (4008)
    And the answer comes before 8 seconds are over
    And CSE2 received no update

  @SES-SAF-005 @ics-session.first
  Scenario: A window that opens after the maximum delay is no use
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery        | store and forward                   |
      | scheduleElement | opens in 20 seconds for 10 seconds  |
      | appliesTo       | the CSE                             |
      | maximumDelay    | 10 seconds                          |
    When AE1 updates "container1" in session "s1"
    Then the answer is REQUEST_TIMEOUT (4008)
    And the answer comes before 8 seconds are over
    And CSE2 received no update

  @SES-SAF-006 @ics-session.first
  Scenario: In the window a next hop that comes back is asked again
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 4 seconds for 20 seconds
    And CSE2 cannot be reached
    When AE1 updates "container1" in session "s1" with:
      | Result Expiration Timestamp | 25 seconds |
    And 6 seconds pass
    Then AE1 has no answer yet
    When CSE2 answers again
    Then the answer is UPDATED (2004)
    And CSE2 received the protected data that AE1 sent last

  @SES-SAF-007 @ics-session.first
  Scenario: A next hop that stays away until the request ends is given up
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 4 seconds for 20 seconds
    And CSE2 cannot be reached
    When AE1 updates "container1" in session "s1" with:
      | Result Expiration Timestamp | 12 seconds |
    And 14 seconds pass
    Then the answer is REQUEST_TIMEOUT (4008)
    And the answer comes before 16 seconds are over

  @SES-SAF-011 @ics-session.first
  Scenario: A retrieve is stored like an update
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 5 seconds for 10 seconds
    When AE1 retrieves "container1" in session "s1"
    Then CSE2 received no retrieve
    When 7 seconds pass
    Then CSE2 received 1 retrieve
    And the answer is OK (2000)

  @SES-SAF-010 @ics-session.last
  Scenario: The last CSE serves in the window that binds it
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 5 seconds for 10 seconds
    When AE1 updates "container1" in session "s1"
    Then "container1" has no protected data
    And CSE1 has no answer yet
    When 7 seconds pass
    Then the answer is UPDATED (2004)
    And "container1" has the protected data that AE1 sent last

  @SES-SAF-001 @SES-USE-005 @ics-session.middle
  Scenario: A middle CSE keeps what its window binds
    Given the CSE is the middle CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 5 seconds for 10 seconds
    When AE1 updates "container1" in session "s1"
    Then CSE3 received no update
    When 7 seconds pass
    Then CSE3 received 1 update
    And CSE3 received every update while the window of "p1" was open
    And the answer is UPDATED (2004)

  @SES-SAF-012 @ics-session.first
  Scenario: The end of the session answers what is stored
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 8 seconds for 10 seconds
    When AE1 updates "container1" in session "s1"
    And AE1 ends session "s1"
    Then the answer to the termination is DELETED (2002)
    And the answer to the update is NOT_FOUND (4004)
    When 10 seconds pass
    Then CSE2 received no update

  @SES-SAF-012 @SES-NBL-003 @ics-session.first
  Scenario: The end of the session is the result of what is stored
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 10 seconds for 10 seconds
    And AE1 updates "container1" in session "s1" with:
      | Response Type | nonBlockingRequestSynch |
    When AE1 ends session "s1"
    Then the answer to the termination is DELETED (2002)
    And the request resource shows NOT_FOUND (4004)
    And CSE2 received no update

  @SES-NBL-001 @ics-session.first
  Scenario: A non-blocking request is accepted at once and its result is found later
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 5 seconds for 10 seconds
    When AE1 updates "container1" in session "s1" with:
      | Response Type | nonBlockingRequestSynch |
    Then the answer is ACCEPTED_NON_BLOCKING_REQUEST_SYNCH (1001)
    And CSE2 received no update
    When 7 seconds pass
    Then CSE2 received 1 update
    And the request resource shows UPDATED (2004)

  @SES-NBL-002 @ics-session.first
  Scenario: A non-blocking request is accepted at once and its result is told
    Given the CSE is the first CSE
    And AE1 can be notified
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 5 seconds for 10 seconds
    When AE1 updates "container1" in session "s1" with:
      | Response Type | nonBlockingRequestAsynch |
    Then the answer is ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH (1002)
    And CSE2 received no update
    When 7 seconds pass
    Then CSE2 received 1 update
    And AE1 was told the result UPDATED (2004)
