@role-ae
Feature: The application that is invited to a session
  Steps 2, 3 and 13 of call flow 1, 19 and 20 of call flow 2, 5 and 6 of call flow 3: the tester is its registrar.

  @SES-EST-002 @SES-EST-003
  Scenario: It advertises its capability and subscribes
    When the application is told to offer sessions
    Then the application advertises the session capability
    And the application sent 1 subscription
    And the subscription of the application has:
      | notificationURI | an HTTP address |

  @SES-EST-013
  Scenario: It accepts an invitation
    Given the application offers sessions
    When CSE1 invites the application to a session "s1" from AE1
    Then the application answers OK (2000)

  @SES-APP-012
  Scenario: What it answers does not name somebody else
    Given the application offers sessions
    When CSE1 invites the application to a session "s1" from AE1
    Then the application answers OK (2000)
    And the application names itself, or nobody

  @SES-APP-011
  Scenario Outline: An invitation <what> is refused
    Given the application offers sessions
    When CSE1 invites the application to a session "s1" from AE1 with:
      | <row> | <value> |
    Then the application refuses

    Examples:
      | what                          | row                | value                     |
      | without a key                 | sessionCredentials | (absent)                  |
      | with a key of 128 bits        | sessionCredentials | 'AAAAAAAAAAAAAAAAAAAAAA'  |
      | with a key that is no text    | sessionCredentials | `7`                       |
      | without an identifier         | sessionID          | (absent)                  |
      | from nobody                   | initiatingEndpoint | (absent)                  |

  @SES-USE-019
  Scenario: It answers the notification of an update
    Given the application has a container "container1"
    And the application has been invited to a session "s1" by AE1
    When CSE1 tells the application of an update of "container1" in session "s1"
    Then the application answers OK (2000)

  @SES-USE-020 @SES-APP-007
  Scenario: It reads what was updated
    Given the application has a container "container1"
    And the application has been invited to a session "s1" by AE1
    When the application is told to read "container1" in session "s1"
    Then the application sent 1 retrieve
    And the retrieve of the application has:
      | To        | "container1" |
      | sessionID | "s1"         |

  @SES-TRM-005 @SES-TRM-006 @SES-APP-009
  Scenario: It forgets a session that it is told has ended
    Given the application has a container "container1"
    And the application has been invited to a session "s1" by AE1
    When the application is told to read "container1" in session "s1"
    Then the application sent 1 retrieve
    When CSE1 tells the application of the termination of session "s1"
    Then the application answers OK (2000)
    And the application uses session "s1" no more

  @SES-APP-010
  Scenario: It answers the termination of a session that it does not know
    Given the application offers sessions
    When CSE1 tells the application of the termination of a session that it does not know
    Then the application answers OK (2000)

  @SES-APP-015
  Scenario: It answers a termination that comes twice
    Given the application has been invited to a session "s1" by AE1
    And CSE1 tells the application of the termination of session "s1"
    When CSE1 tells the application of the termination of session "s1"
    Then the application answers OK (2000)

  @SES-APP-008
  Scenario: It ends a session to which it was invited
    Given the application has a container "container1"
    And the application has been invited to a session "s1" by AE1
    When the application is told to read "container1" in session "s1"
    Then the application sent 1 retrieve
    When the application is told to end session "s1"
    Then the application sent 1 termination
    And the application uses session "s1" no more

  @SES-APP-006
  Scenario: It does not send the key that it was given
    Given the application has a container "container1"
    And the application has been invited to a session "s1" by AE1
    When the application is told to read "container1" in session "s1"
    And the application is told to end session "s1"
    Then the key was in no message of the application
