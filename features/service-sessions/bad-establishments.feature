@role-session-cse
Feature: Establishments that are refused at once
  Malformed, in somebody else's name, to nowhere, or in a circle: nobody is asked and nothing is made.

  @SES-EFA-001 @ics-session.first
  Scenario Outline: An establishment <what> is malformed
    Given the CSE is the first CSE
    When AE1 establishes a session "s1" with AE2 with:
      | <row> | <value> |
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no establishment
    And nothing of a refused session is left

    Examples:
      | what                            | row                           | value       |
      | without a target                | targetEndpoint                | (absent)    |
      | whose target is a number        | targetEndpoint                | `7`         |
      | without an initiating endpoint  | initiatingEndpoint            | (absent)    |
      | whose endpoint is a text        | initiatingEndpoint            | 'AE1'       |
      | whose endpoint has no AE-ID     | initiatingEndpoint.endpointID | (absent)    |
      | with no room for a context      | maxNrOfContexts               | `0`         |

  @SES-EFA-002 @ics-session.first
  Scenario: Nobody begins a session for another one
    Given the CSE is the first CSE
    When AE1 establishes a session "s1" with AE2 with:
      | initiatingEndpoint.endpointID | AE3 |
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no establishment

  @SES-EFA-020 @ics-session.last
  Scenario Outline: No CSE begins a session for <what>
    Given the CSE is the last CSE
    When AE1 establishes a session "s1" with AE2 with:
      | initiatingEndpoint.endpointID | <value> |
    Then the answer is BAD_REQUEST (4000)
    And AE2 received no establishment
    And nothing of "s1" is left

    Examples:
      | what                              | value  |
      | an application of another one     | AE2    |
      | an application that names no CSE  | 'Cae9' |

  @SES-EFA-004 @ics-session.first
  Scenario Outline: An application does not choose the <attribute>
    Given the CSE is the first CSE
    When AE1 establishes a session "s1" with AE2 with:
      | <attribute> | <value> |
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no establishment

    Examples:
      | attribute          | value                                         |
      | sessionID          | 'AAAAAAAAAAAAAAAAAAAAAA'                      |
      | sessionCredentials | 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' |
      | path               | CSE5                                          |

  @SES-EFA-003 @ics-session.last
  Scenario Outline: Credentials <what> are refused
    Given the CSE is the last CSE
    When AE1 establishes a session "s1" with AE2 with:
      | sessionCredentials | <value> |
    Then the answer is BAD_REQUEST (4000)
    And AE2 received no establishment
    And nothing of "s1" is left

    Examples:
      | what                   | value                                           |
      | that are absent        | (absent)                                        |
      | of 128 bits            | 'AAAAAAAAAAAAAAAAAAAAAA'                        |
      | of 264 bits            | 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'  |
      | that are no base64url  | 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%'   |
      | that are empty         | ''                                              |

  @SES-EFA-001 @ics-session.last
  Scenario Outline: A forwarded establishment <what> is malformed
    Given the CSE is the last CSE
    When AE1 establishes a session "s1" with AE2 with:
      | <row> | <value> |
    Then the answer is BAD_REQUEST (4000)
    And AE2 received no establishment

    Examples:
      | what                         | row       | value    |
      | without an identifier        | sessionID | (absent) |
      | with a short identifier      | sessionID | 'abc'    |
      | with a path that is a number | path      | `7`      |

  @SES-EFA-005 @ics-session.only
  Scenario: Nobody establishes in the collection of another application
    Given the CSE is the only CSE
    When AE1 establishes a session "s1" with AE2 with:
      | collection | AE2 |
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And AE2 received no establishment

  @SES-EFA-006 @ics-session.last
  Scenario: A CSE that lacks the capability does not forward
    Given the CSE is the last CSE
    And CSE1 lacks the session capability
    When AE1 establishes a session "s1" with AE2
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And AE2 received no establishment
    And nothing of "s1" is left

  @SES-EFA-006 @ics-session.last
  Scenario: A stranger does not forward
    Given the CSE is the last CSE
    When AE1 establishes a session "s1" with AE2 with:
      | From | CSE5 |
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And AE2 received no establishment

  @SES-EFA-007 @ics-session.last
  Scenario: An application that is not there is not found
    Given the CSE is the last CSE
    When AE1 establishes a session "s1" with AE2 with:
      | targetEndpoint | AE9 |
    Then the answer is NOT_FOUND (4004)
    And AE2 received no establishment

  @SES-EFA-007 @ics-session.first
  Scenario: A CSE to which no way leads is not found
    Given the CSE is the first CSE
    When AE1 establishes a session "s1" with AE2 with:
      | targetEndpoint | '/cse-nowhere/Cae2' |
    Then the answer is NOT_FOUND (4004)
    And CSE2 received no establishment
    And nothing of a refused session is left

  @SES-EFA-012 @SES-EFA-015 @ics-session.middle
  Scenario: A path that leads back is refused
    Given the CSE is the middle CSE
    When AE1 establishes a session "s1" with AE2 with:
      | path | the CSE, CSE1 |
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And CSE3 received no establishment

  @SES-EFA-013 @SES-EFA-015 @ics-session.middle
  Scenario: A path of more than 16 CSEs is refused
    Given the CSE is the middle CSE
    When AE1 establishes a session "s1" with AE2 with:
      | path | 17 CSEs ending with CSE1 |
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And CSE3 received no establishment
