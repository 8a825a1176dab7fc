@role-ae
Feature: The application that begins a session
  Steps 7, 17 and 18 of call flow 1, 1 and 16 of call flow 2, 1 and 11 of call flow 3: the tester is its registrar.

  @SES-APP-001 @SES-APP-002 @SES-EST-007
  Scenario: It asks in its own name
    When the application is told to establish a session "s1" with AE2
    Then the application sent 1 establishment
    And the establishment of the application has:
      | targetEndpoint                | AE2             |
      | initiatingEndpoint.endpointID | the application |
      | sessionID                     | (absent)        |
      | sessionCredentials            | (absent)        |
      | path                          | (absent)        |

  @SES-APP-003
  Scenario: It does not use a session that was refused
    Given AE2 has a container "container1"
    And CSE1 refuses the establishment with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    When the application is told to establish a session "s1" with AE2
    Then the application sent 1 establishment
    And the application uses session "s1" no more

  @SES-APP-013
  Scenario Outline: It does not use a session whose answer is <what>
    Given AE2 has a container "container1"
    And CSE1 answers the establishment with:
      | <row> | <value> |
    When the application is told to establish a session "s1" with AE2
    Then the application sent 1 establishment
    And the application uses session "s1" no more

    Examples:
      | what                     | row                | value        |
      | without a key            | sessionCredentials | (absent)     |
      | with a key of 128 bits   | sessionCredentials | 'AAAAAAAAAAAAAAAAAAAAAA' |
      | no JSON                  | body               | '{"fp:ses":' |

  @SES-APP-004 @SES-USE-001
  Scenario: Its updates are protected with the key of the session
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    When the application is told to update "container1" in session "s1"
    Then the update of the application has:
      | To        | "container1" |
      | sessionID | "s1"         |
    And the protected data of the application is right

  @SES-APP-005
  Scenario: Its sequence numbers rise
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    When the application is told to update "container1" in session "s1"
    And the application is told to update "container1" in session "s1"
    Then the application sent 2 updates
    And the protected data of the application is right

  @SES-APP-005
  Scenario: A refused update does not use a sequence number twice
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    And CSE1 refuses the update with TARGET_NOT_REACHABLE (5103)
    When the application is told to update "container1" in session "s1"
    And CSE1 answers again
    And the application is told to update "container1" in session "s1"
    Then the protected data of the application is right

  @SES-APP-006
  Scenario: It does not send the key to anybody
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    When the application is told to update "container1" in session "s1"
    And the application is told to read "container1" in session "s1"
    And the application is told to end session "s1"
    Then the key was in no message of the application

  @SES-APP-007
  Scenario: It reads with the identifier in the query
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    When the application is told to read "container1" in session "s1"
    Then the retrieve of the application has:
      | To        | "container1" |
      | sessionID | "s1"         |

  @SES-APP-014 @SES-EST-018
  Scenario: It sets a policy that stores
    Given the application has a session "s1" with AE2
    When the application is told to set a policy "p1" on "s1" with:
      | delivery        | store and forward                  |
      | scheduleElement | opens in 10 seconds for 10 seconds |
    Then the application sent 1 policy
    And the policy of the application has:
      | delivery        | store and forward |
      | scheduleElement | the same          |

  @SES-APP-008 @SES-TRM-001 @SES-TRM-011
  Scenario: It ends a session and forgets it
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    When the application is told to update "container1" in session "s1"
    Then the application sent 1 update
    When the application is told to end session "s1"
    Then the application sent 1 termination
    And the application uses session "s1" no more

  @SES-APP-009
  Scenario: It forgets a session that the other side has ended
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    When the application is told to update "container1" in session "s1"
    Then the application sent 1 update
    When CSE1 tells the application of the termination of session "s1"
    Then the application answers OK (2000)
    And the application uses session "s1" no more
