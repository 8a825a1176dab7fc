@role-session-cse
Feature: Discovery of partners
  Step 6 of call flow 1: AE1 finds AE2 and its capability, which both CSEs serve.

  @SES-DSC-001 @SES-EST-006 @ics-session.only
  Scenario: An application finds another one on the same CSE
    Given the CSE is the only CSE
    When AE1 discovers the applications for sessions on the CSE
    Then the answer is OK (2000)
    And the answer lists AE2

  @SES-DSC-001 @ics-session.only
  Scenario: An application without the capability is not found
    Given the CSE is the only CSE
    And AE2 lacks the session capability
    When AE1 discovers the applications for sessions on the CSE
    Then the answer is OK (2000)
    And the answer does not list AE2

  @SES-DSC-003 @SES-EST-006 @ics-session.last
  Scenario: An application of another CSE finds one here
    Given the CSE is the last CSE
    When AE1 discovers the applications for sessions on the CSE
    Then the answer is OK (2000)
    And the answer lists AE2

  @SES-DSC-002 @SES-EST-006 @ics-session.first
  Scenario: A discovery on another CSE is passed on
    Given the CSE is the first CSE
    When AE1 discovers the applications for sessions on CSE2
    Then CSE2 received 1 discovery
    And the answer is OK (2000)
    And the answer lists AE2

  @SES-DSC-005 @ics-session.middle
  Scenario: A discovery goes through a middle CSE
    Given the CSE is the middle CSE
    When AE1 discovers the applications for sessions on CSE3
    Then CSE3 received 1 discovery
    And the answer is OK (2000)
    And the answer lists AE2

  @SES-DSC-004 @ics-session.only
  Scenario: A stranger finds nobody
    Given the CSE is the only CSE
    And AE2 registers with the session capability
    When AE4 discovers the applications for sessions on the CSE
    Then the answer does not list AE2

  @SES-CAP-005 @SES-DSC-002 @ics-session.first
  Scenario: A CSE that is behind another one is discovered through that one
    Given the CSE is the first CSE
    And AE2 is registered at CSE4, which is reached through CSE2
    When AE1 discovers the applications for sessions on CSE4
    Then CSE2 received 1 discovery
    And the answer lists AE2
