@role-dm-client
Feature: Notifications wake a client, if they are genuine
  Clause 7 of the profile. A notification that is dropped is answered as if it had been good, and nothing follows.

  @DM2-NOT-001
  Scenario: A good notification opens one session
    When the Push Service delivers a notification
    Then the DM Client opens 1 session

  @DM2-NOT-002
  Scenario Outline: A notification whose digest is <digest> is dropped
    When the Push Service delivers a notification with:
      | SHA256-DIGEST | <digest> |
    Then the DM Client opens no session
    And the DM Client goes on

    Examples:
      | digest            |
      | wrong             |
      | of zeros          |
      | of another secret |
      | absent            |

  @DM2-NOT-003
  Scenario Outline: A notification in which bit <bit> is flipped is dropped
    When the Push Service delivers a notification with:
      | Flipped bit | <bit> |
    Then the DM Client opens no session
    And the DM Client goes on

    Examples:
      | bit |
      | 0   |
      | 7   |
      | 15  |
      | 30  |
      | 200 |
      | -1  |

  @DM2-NOT-004
  Scenario: A notification that is replayed is dropped
    Given the Push Service has delivered a notification
    When the Push Service delivers a notification with:
      | Octets | those of before |
    Then the DM Client opens no session
    And the DM Client goes on

  @DM2-NOT-005
  Scenario Outline: A notification of <time> is dropped
    When the Push Service delivers a notification with:
      | TIMESTAMP | <time> |
    Then the DM Client opens no session
    And the DM Client goes on

    Examples:
      | time             |
      | 10 minutes ago   |
      | 10 minutes ahead |
      | absent           |

  @DM2-NOT-006
  Scenario Outline: A notification with the number <number> is dropped
    Given the Push Service has delivered a notification
    When the Push Service delivers a notification with:
      | NOTIFICATION-ID | <number> |
    Then the DM Client opens no session
    And the DM Client goes on

    Examples:
      | number         |
      | absent         |
      | that of before |

  @DM2-NOT-007
  Scenario: A notification of a server without an account is dropped
    When the Push Service delivers a notification with:
      | SERVER-ID | nobody.example |
    Then the DM Client opens no session
    And the DM Client goes on

  @DM2-NOT-008
  Scenario Outline: A notification that <what> is dropped
    When the Push Service delivers a notification with:
      | <part> | <value> |
    Then the DM Client opens no session
    And the DM Client goes on

    Examples:
      | what                           | part   | value                |
      | is empty                       | Cut to | 0                    |
      | is its header only             | Cut to | 2                    |
      | breaks off in an option        | Cut to | 9                    |
      | promises more than it has      | Octets | 1080 1F FF 61        |
      | has an option of delta 0       | Octets | 1100 13 616263 01 00 |
      | has an option too many         | OC     | 9                    |
      | goes on behind its last option | OC     | 1                    |

  @DM2-NOT-009
  Scenario Outline: A notification of version <version> is dropped
    When the Push Service delivers a notification with:
      | VER | <version> |
    Then the DM Client opens no session

    Examples:
      | version |
      | 0       |
      | 2       |

  @DM2-NOT-010 @DM2-NOT-014
  Scenario Outline: A notification with <part> <value> is obeyed
    When the Push Service delivers a notification with:
      | <part> | <value> |
    Then the DM Client opens 1 session

    Examples:
      | part      | value  |
      | Option 9  | 010203 |
      | Option 20 |        |
      | RESERVED  | 127    |

  @DM2-NOT-011
  Scenario Outline: The wish for connection <type> is no reason to drop
    When the Push Service delivers a notification with:
      | PREFERRED-CON-TYPE | <type> |
    Then the DM Client opens 1 session

    Examples:
      | type   |
      | absent |
      | 0      |
      | 1      |
      | 3      |
      | 200    |

  @DM2-NOT-012
  Scenario Outline: The answer to a notification whose digest is <digest> says nothing of it
    When the Push Service delivers a notification with:
      | SHA256-DIGEST | <digest> |
    Then the DM Client answers NO_CONTENT (204)

    Examples:
      | digest |
      | right  |
      | wrong  |

  @DM2-NOT-013
  Scenario: What is no notification at all is refused
    When the Push Service delivers a notification with:
      | media type | text/plain |
    Then the DM Client answers UNSUPPORTED_MEDIA_TYPE (415)
    And the DM Client opens no session
