@role-session-cse
Feature: Establishments that others refuse or leave unanswered
  The document says nothing about a partner that refuses, is silent, or never subscribed, nor about a next hop that is
  down. After each of these no CSE holds anything of the session.

  @SES-EFA-014 @SES-EFA-015 @ics-session.first
  Scenario: The refusal of the next hop is the answer
    Given the CSE is the first CSE
    And CSE2 refuses the establishment with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    When AE1 establishes a session "s1" with AE2
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And nothing of a refused session is left

  @SES-EFA-014 @SES-EFA-015 @ics-session.middle
  Scenario: A middle CSE hands the refusal of the next hop back
    Given the CSE is the middle CSE
    And CSE3 refuses the establishment with TARGET_NOT_REACHABLE (5103)
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And nothing of "s1" is left

  @SES-EFA-014 @SES-EFA-015 @ics-session.last
  Scenario Outline: AE2 refuses with <code>
    Given the CSE is the last CSE
    And AE2 refuses the establishment with <code>
    When AE1 establishes a session "s1" with AE2
    Then the answer is <code>
    And nothing of "s1" is left

    Examples:
      | code                               |
      | ORIGINATOR_HAS_NO_PRIVILEGE (4103) |
      | BAD_REQUEST (4000)                 |
      | NOT_ACCEPTABLE (5207)              |

  @SES-EFA-014 @SES-EFA-015 @ics-session.only
  Scenario: A refusal on one CSE is the answer
    Given the CSE is the only CSE
    And AE2 refuses the establishment with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    When AE1 establishes a session "s1" with AE2
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And nothing of a refused session is left

  @SES-EFA-010 @SES-EFA-015 @ics-session.last
  Scenario: AE2 does not answer
    Given the CSE is the last CSE
    And AE2 stays silent to the establishment
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And nothing of "s1" is left

  @SES-EFA-010 @SES-EFA-015 @ics-session.last
  Scenario: AE2 cannot be reached
    Given the CSE is the last CSE
    And AE2 cannot be reached
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And nothing of "s1" is left

  @SES-EFA-009 @SES-EFA-015 @ics-session.last
  Scenario: AE2 has not subscribed
    Given the CSE is the last CSE
    And AE2 has not subscribed to its sessions
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And nothing of "s1" is left

  @SES-EFA-008 @SES-EFA-015 @ics-session.last
  Scenario: AE2 lacks the capability
    Given the CSE is the last CSE
    And AE2 lacks the session capability
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_HAS_NO_SESSION_CAPABILITY (5214)
    And nothing of "s1" is left

  @SES-EFA-008 @ics-session.first
  Scenario: The next hop lacks the capability
    Given the CSE is the first CSE
    And CSE2 lacks the session capability
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_HAS_NO_SESSION_CAPABILITY (5214)
    And CSE2 received no establishment
    And nothing of a refused session is left

  @SES-EFA-011 @SES-EFA-015 @ics-session.first
  Scenario: The next hop does not answer
    Given the CSE is the first CSE
    And CSE2 stays silent to the establishment
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And nothing of a refused session is left

  @SES-EFA-011 @SES-EFA-015 @ics-session.middle
  Scenario: The next hop of a middle CSE cannot be reached
    Given the CSE is the middle CSE
    And CSE3 cannot be reached
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And nothing of "s1" is left

  @SES-EFA-017 @SES-BAD-003 @ics-session.first
  Scenario Outline: An acceptance <what> is none
    Given the CSE is the first CSE
    And CSE2 answers the establishment with:
      | <row> | <value> |
    When AE1 establishes a session "s1" with AE2
    Then the answer is a refusal
    And nothing of a refused session is left

    Examples:
      | what                     | row              | value        |
      | that is no JSON          | body             | '{"fp:ses":' |
      | without an endpoint      | acceptedEndpoint | (absent)     |
      | without a session        | body             | '{}'         |

  @SES-EFA-019 @SES-OWE-001 @ics-session.first
  Scenario Outline: An acceptance <what> is of somebody else
    Given the CSE is the first CSE
    And CSE2 answers the establishment with:
      | <row> | <value> |
    When AE1 establishes a session "s1" with AE2
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And CSE2 received at least 1 termination
    And nothing of a refused session is left

    Examples:
      | what                             | row                         | value                    |
      | with another identifier          | sessionID                   | 'AAECAwQFBgcICQoLDA0ODw' |
      | by an application of a third CSE | acceptedEndpoint.endpointID | '/cse-nowhere/Cae2'      |
      | by the one who asked             | acceptedEndpoint.endpointID | AE1                      |

  @SES-BAD-003 @ics-session.last
  Scenario: An acceptance of AE2 that is no JSON is none
    Given the CSE is the last CSE
    And AE2 answers the establishment with:
      | body | '{"fp:sep":' |
    When AE1 establishes a session "s1" with AE2
    Then the answer is a refusal
    And nothing of "s1" is left

  @SES-EFA-021 @SES-EFA-015 @ics-session.last
  Scenario: AE2 leaves while it is invited
    Given the CSE is the last CSE
    And AE2 answers the establishment after 2 seconds
    When AE1 establishes a session "s1" with AE2
    And AE2 is deleted
    And 3 seconds pass
    Then the answer to the establishment is NOT_FOUND (4004) or TARGET_NOT_REACHABLE (5103)
    And nothing of "s1" is left
