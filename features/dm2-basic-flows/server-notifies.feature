@role-dm-server
Feature: How a server has the client notified
  B.2 step 1: a push request, with a notification that only this server can make. The tester plays the Push Service.

  @DM2-PSH-031 @DM2-PSH-032
  Scenario: The Push Service is asked
    When the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    Then the push request has:
      | PushID     | there              |
      | Address    | that of the device |
      | Content    | a notification     |
      | media type | application/json   |

  @DM2-NOT-021 @DM2-NOT-022 @DM2-NOT-023
  Scenario: The notification can be read, and names server and number
    When the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    Then the notification has:
      | VER             | 1            |
      | SERVER-ID       | its own name |
      | NOTIFICATION-ID | there        |
      | length          | at most 1024 |

  @DM2-NOT-024 @DM2-NOT-025
  Scenario: The notification is genuine and new
    When the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    Then the notification has:
      | SHA256-DIGEST | right |
      | TIMESTAMP     | now   |

  @DM2-NOT-026
  Scenario: A server that wants the objects says so
    When the DM Server is to notify the device, asking for its objects, of:
      | DELETE | Nothing//attic |
    Then the notification has:
      | REQ-MOS | there |

  @DM2-NOT-028
  Scenario: A server that does not want the objects does not ask for them
    When the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    Then the notification has:
      | REQ-MOS | absent |

  @DM2-NOT-027
  Scenario: The next notification has another number
    Given the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    When the DM Server is to notify the device of:
      | DELETE | Nothing//hall |
    Then the notification has:
      | NOTIFICATION-ID | another than before |

  @DM2-PSH-033
  Scenario Outline: After a notification that <fate> the commands wait
    Given <agent> <manner>
    And the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

    Examples:
      | fate           | agent            | manner                   |
      | is lost        | the Push Service | loses the notification   |
      | cannot be left | the Push Service | reports it undeliverable |
      | is not obeyed  | the DM Client    | does not come            |

  @DM2-PSH-034
  Scenario Outline: A Push Service that <manner> costs no command
    Given the Push Service <manner>
    And the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |
    And the DM Server goes on

    Examples:
      | manner                                             |
      | refuses the request with FORBIDDEN (403)           |
      | refuses the request with SERVICE_UNAVAILABLE (503) |
      | is out of reach                                    |
      | takes a while                                      |
