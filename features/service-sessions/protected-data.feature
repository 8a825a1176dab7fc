@role-session-cse
Feature: Protected data
  Protection is end to end: JWE with the key of the session. The CSE that serves an update checks it and stores it as it
  came; who passes it on does not look.

  @SES-PRT-001 @SES-PRT-009 @ics-session.last
  Scenario Outline: Protected data <what> is refused
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with protected data <what>
    Then the answer is BAD_REQUEST (4000)
    And "container1" has no protected data
    And AE2 received no update

    Examples:
      | what                                |
      | without an algorithm                |
      | with the algorithm "A256KW"         |
      | with the encryption "A128GCM"       |
      | encrypted with another key          |
      | encrypted with a key of 128 bits    |
      | with a changed tag                  |
      | with a changed header               |
      | in four parts                       |
      | in JSON serialization               |
      | that is no JWE                      |
      | that is empty                       |
      | that is a number                    |

  @SES-PRT-002 @SES-PRT-009 @ics-session.last
  Scenario Outline: Protected data <what> is not for this request
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with protected data <what>
    Then the answer is BAD_REQUEST (4000)
    And "container1" has no protected data

    Examples:
      | what               |
      | of another session |
      | of another sender  |
      | without sid        |
      | without iss        |

  @SES-PRT-003 @SES-PRT-009 @ics-session.last
  Scenario Outline: Protected data <what> has no sequence number
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with protected data <what>
    Then the answer is BAD_REQUEST (4000)
    And "container1" has no protected data

    Examples:
      | what                         |
      | without seq                  |
      | with the sequence number '1' |
      | with the sequence number 0   |
      | with the sequence number -1  |
      | with the sequence number 1.5 |

  @SES-PRT-004 @SES-PRT-009 @ics-session.last
  Scenario: Protected data that was used before is a replay
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    And AE1 has updated "container1" in session "s1"
    When AE1 updates "container1" in session "s1" with protected data used before
    Then the answer is CONFLICT (4105)
    And "container1" has the protected data of update 2
    And AE2 received 2 updates

  @SES-PRT-004 @ics-session.last
  Scenario: A sequence number below the last one is a replay
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 updates "container1" in session "s1" with protected data with the sequence number 5
    When AE1 updates "container1" in session "s1" with protected data with the sequence number 4
    Then the answer is CONFLICT (4105)

  @SES-PRT-007 @SES-PRT-010 @ics-session.last
  Scenario: Sequence numbers may have gaps
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE1 updates "container1" in session "s1" with protected data with the sequence number 7
    Then the answer is UPDATED (2004)
    And the session "s1" has a sessionEndpoint with:
      | endpointID   | AE1 |
      | lastSequence | 7   |

  @SES-PRT-006 @ics-session.only
  Scenario: Each endpoint counts for itself
    Given the CSE is the only CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    And AE1 has updated "container1" in session "s1"
    When AE2 updates "container1" in session "s1" with protected data with the sequence number 1
    Then the answer is UPDATED (2004)
    And "container1" has the protected data that AE2 sent last

  @SES-PRT-009 @ics-session.last
  Scenario: A forged sequence number does not lock the sender out
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 updates "container1" in session "s1" with protected data encrypted with another key
    When AE1 updates "container1" in session "s1" with protected data with the sequence number 1
    Then the answer is UPDATED (2004)

  @SES-PRT-005 @ics-session.last
  Scenario: The same request once more is answered as before and not carried out again
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE1 repeats its last request
    Then the answer is UPDATED (2004)
    And AE2 received 1 update

  @SES-PRT-012 @ics-session.first
  Scenario: Who passes an update on leaves the check to the one who serves it
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And CSE2 refuses the update with BAD_REQUEST (4000)
    When AE1 updates "container1" in session "s1" with protected data encrypted with another key
    Then CSE2 received 1 update
    And CSE2 received the protected data that AE1 sent last
    And the answer is BAD_REQUEST (4000)

  @SES-PRT-008 @SES-CHK-012 @ics-session.last
  Scenario: What was stored first is replaced by what came last
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And "container1" has the protected data of update 2
