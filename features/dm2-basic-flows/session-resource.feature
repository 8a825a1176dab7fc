@role-dm-server
Feature: What the resource of a session shows
  B.1 steps 4 and 8, B.2 steps 6 and 10. It is internal: only a server with the inspection hook can be asked.

  @DM2-SES-025
  Scenario: A finished session shows what came of each command
    Given the DM Client reports NOT_FOUND (404) for DELETE
    And these commands wait for the device:
      | HPUT   | repository/info | Nothing// |
      | DELETE | Nothing//attic  |           |
    When the DM Client starts a session
    Then the session resource has:
      | reason   | client-initiated |
      | state    | finished         |
      | result 1 | OK (200)         |
      | result 2 | NOT_FOUND (404)  |
    And the device has 1 session resource

  @DM2-SES-026
  Scenario Outline: A session that was left is superseded, and its commands wait or are lost
    Given these commands wait for the device:
      | <verb> | Nothing//attic |
    And the DM Client has opened a session
    When the DM Client starts a session
    Then the first session resource has:
      | state     | superseded |
      | command 1 | <becomes>  |
    And the device has 2 session resources

    Examples:
      | verb   | becomes  |
      | DELETE | awaiting |
      | EXEC   | lost     |

  @DM2-SES-026 @ics-dm2.idleLimit
  Scenario: A session in silence is expired
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    When the idle limit of the DM Server is over
    Then the session resource has:
      | state     | expired  |
      | command 1 | awaiting |

  @DM2-SES-027
  Scenario: A session without commands is one like others
    When the DM Client starts a session
    Then the session resource has:
      | state  | finished |
      | rounds | 0        |

  @DM2-SES-028
  Scenario: Alerts beside the results are kept
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client reports an unknown alert as well
    When the DM Client starts a session
    Then the session resource has:
      | alerts | 1 |

  @DM2-SES-029
  Scenario: The session shows the notification that caused it
    When the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    Then the session resource has:
      | reason          | server-initiated         |
      | NOTIFICATION-ID | that of the notification |

  @DM2-IDN-002 @ics-dm2.inspection
  Scenario: A package 1 that is refused makes no resource
    When the DM Client sends a package 1 without credentials
    Then the device has 0 session resources
