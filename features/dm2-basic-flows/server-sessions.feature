@role-dm-server
Feature: How a server goes through a session
  B.1 steps 3 to 9: what waits is sent in its order, results are taken, END comes last.

  @DM2-CMD-001 @DM2-SES-005
  Scenario: Commands are sent as they were given, in their order
    Given these commands wait for the device:
      | HGET   | repository/a         | Nothing//level |                |
      | HPUT   | repository/b?x=1&y=2 | Nothing//      | Nothing/*/name |
      | DELETE | Nothing//attic       |                |                |
    When the DM Client starts a session
    Then the DM Client got the commands:
      | HGET   | repository/a         | Nothing//level |                |
      | HPUT   | repository/b?x=1&y=2 | Nothing//      | Nothing/*/name |
      | DELETE | Nothing//attic       |                |                |

  @DM2-CMD-002
  Scenario: Each of the verbs is sent
    Given these commands wait for the device:
      | HGET    | repository/a            |                |
      | HPUT    | repository/a            | Nothing//      |
      | HPOST   | repository/a            | Nothing//      |
      | DELETE  | Nothing//attic          |                |
      | EXEC    | Nothing//run            |                |
      | EXEC    | Nothing//run            | report/1       |
      | GET     | Nothing//(x)?nv=(x)/k:1 |                |
      | SHOW    | repository/page         |                |
      | DEFAULT | repository/default      | urn:example:mo |
    When the DM Client starts a session
    Then the DM Client got the commands:
      | HGET    | repository/a            |                |
      | HPUT    | repository/a            | Nothing//      |
      | HPOST   | repository/a            | Nothing//      |
      | DELETE  | Nothing//attic          |                |
      | EXEC    | Nothing//run            |                |
      | EXEC    | Nothing//run            | report/1       |
      | GET     | Nothing//(x)?nv=(x)/k:1 |                |
      | SHOW    | repository/page         |                |
      | DEFAULT | repository/default      | urn:example:mo |

  @DM2-CMD-012
  Scenario: SUB and UNSUB are sent
    Given these commands wait for the device:
      | SUB   | repository/news | Nothing//level |
      | UNSUB | Nothing//level  |                |
    When the DM Client starts a session
    Then the DM Client got the commands:
      | SUB   | repository/news | Nothing//level |
      | UNSUB | Nothing//level  |                |

  @DM2-CMD-003
  Scenario: Package 2 says what it is
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    When the DM Client starts a session
    Then package 2 has:
      | media type | application/vnd.oma.dm.request+json |

  @DM2-SES-006
  Scenario: Package 2 says where its results go
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    When the DM Client starts a session
    Then package 2 has:
      | Link | there |

  @DM2-SES-003
  Scenario: Where nothing waits there is END
    When the DM Client starts a session
    Then the DM Client got no commands
    And the DM Server finishes the session

  @DM2-END-004
  Scenario: The session ends with one END
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
      | DELETE | Nothing//hall  |
    When the DM Client starts a session
    Then the DM Server finishes the session

  @DM2-SES-002
  Scenario: What was reported is not asked for again
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client starts a session
    When the DM Client starts a session
    Then the DM Client got no commands

  @DM2-SES-001
  Scenario: Results count for the commands of their session only
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    And these commands wait for the device:
      | DELETE | Nothing//hall |
    When the DM Client goes on with its session
    Then the DM Client got the commands over 2 sessions at most:
      | DELETE | Nothing//hall |

  @DM2-SES-004
  Scenario: What comes while a session is open is not forgotten
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    And these commands wait for the device:
      | HPUT   | repository/a  | Nothing// |
      | DELETE | Nothing//hall |           |
    When the DM Client goes on with its session
    Then the DM Client got the commands over 2 sessions at most:
      | HPUT   | repository/a  | Nothing// |
      | DELETE | Nothing//hall |           |

  @DM2-SES-007
  Scenario: A client that follows no Link is served as well
    Given the DM Client follows no Link
    And these commands wait for the device:
      | DELETE | Nothing//attic |
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |
    And the DM Server finishes the session

  @DM2-RES-005
  Scenario: A failed command among others is a result like them
    Given these commands wait for the device:
      | DELETE | Nothing//attic |           |
      | HPUT   | repository/a   | Nothing// |
    And the DM Client reports INTERNAL_ERROR (500) for DELETE
    When the DM Client starts a session
    Then the DM Server finishes the session

  @DM2-RES-009
  Scenario: An alert beside the results is taken
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client reports an unknown alert as well
    When the DM Client starts a session
    Then the DM Server finishes the session

  @DM2-SEC-011
  Scenario: A server holds a session over TLS
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |
    And the DM Server finishes the session
