@role-session-cse
Feature: Capability, registration and subscription
  Steps 1 to 5 of call flow 1. Who can do sessions says so with a label; the collection of sessions is made by the CSE
  and stands below each application that has the label, and below the CSEBase.

  @SES-CAP-001 @SES-CAP-004 @SES-EST-001 @ics-session.first
  Scenario: A CSE shows its capability and accepts the registration of another one with it
    Given the CSE is the first CSE
    When CSE2 registers with the session capability
    Then the answer is CREATED (2001)
    And the CSE shows the session capability
    And the CSE has a sessions collection

  @SES-CAP-002 @ics-session.only
  Scenario: An application that registers with the capability gets a collection of sessions
    Given the CSE is the only CSE
    When AE1 registers with the session capability
    Then the answer is CREATED (2001)
    And AE1 has a sessions collection

  @SES-CAP-003 @ics-session.only
  Scenario: An application without the capability has no collection of sessions
    Given the CSE is the only CSE
    And AE1 lacks the session capability
    When AE1 establishes a session "s1" with AE2
    Then the answer is NOT_FOUND (4004)
    And AE2 received no establishment

  @SES-EST-004 @SES-EST-005 @SES-RES-004 @ics-session.last
  Scenario: What is subscribed at sessions/subscriptions is told of establishments
    Given the CSE is the last CSE
    And AE2 has not subscribed to its sessions
    And AE2 subscribes to its sessions
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And AE2 received 1 establishment

  @SES-CAP-006 @ics-session.only
  Scenario: An application does not subscribe to the sessions of another one
    Given the CSE is the only CSE
    When AE1 subscribes to the sessions of AE2
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @SES-CAP-007 @ics-session.last
  Scenario: Of two subscriptions one is told
    Given the CSE is the last CSE
    And AE2 subscribes to its sessions
    And AE2 subscribes to its sessions
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And AE2 received 1 establishment

  @SES-CAP-008 @ics-session.only
  Scenario Outline: An application does not make a <type>
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE1 creates a <type> in the session "s1"
    Then the answer is OPERATION_NOT_ALLOWED (4005) or BAD_REQUEST (4000) or ORIGINATOR_HAS_NO_PRIVILEGE (4103) or INVALID_CHILD_RESOURCE_TYPE (4108)
    And the session "s1" has <count> children of type <type>

    Examples:
      | type            | count |
      | sessionEndpoint | 2     |
      | nextHop         | 0     |
      | sessionContext  | 0     |
