@role-dm-client
Feature: How a client opens a session
  Package 1: who the device is, why it comes, and what it reads.

  @DM2-INI-001 @DM2-INI-003
  Scenario: A session that a timer began says so, once
    When the DM Client is triggered by a timer
    Then package 1 has:
      | start alert  | ClientInitiatedMgmt |
      | start alerts | 1                   |

  @DM2-INI-002 @DM2-INI-003
  Scenario: A session that a notification began says so, once
    When the Push Service delivers a notification
    Then package 1 has:
      | start alert  | ServerInitiatedMgmt |
      | start alerts | 1                   |

  @DM2-INI-004
  Scenario Outline: The NOTIFICATION-ID <number> comes back
    When the Push Service delivers a notification with:
      | NOTIFICATION-ID | <number> |
    Then package 1 has:
      | NOTIFICATION-ID | <number> |

    Examples:
      | number |
      | 0      |
      | 4719   |
      | 65535  |

  @DM2-INI-018
  Scenario Outline: A session begins when there is <event>
    When the DM Client is triggered by <event>
    Then the DM Client opens 1 session
    And package 1 has:
      | start alert | ClientInitiatedMgmt |

    Examples:
      | event         |
      | the user      |
      | another event |

  @DM2-INI-005 @DM2-INI-006
  Scenario: Package 1 says what it is and what it accepts
    When the DM Client starts a session
    Then package 1 has:
      | media type | application/vnd.oma.dm.initiation+json |
      | Accept     | package 2                              |

  @DM2-INI-007
  Scenario: The device is named in every message
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then package 1 has:
      | OMADM-DevID | its own name |
    And every package 3 has:
      | OMADM-DevID | its own name |
    And the tree now has:
      | DevInfo//DevID | (its own name) |

  @DM2-INI-008
  Scenario: Objects that the notification asks for are listed
    Given the DM Client starts a session
    When the Push Service delivers a notification with:
      | REQ-MOS | there |
    Then package 1 has:
      | MOS | there |

  @DM2-INI-010
  Scenario: DevInfo is among the objects
    When the Push Service delivers a notification with:
      | REQ-MOS | there |
    Then package 1 has:
      | MOS | DevInfo |

  @DM2-INI-009
  Scenario: Objects are listed on first contact
    When the DM Client starts a session
    Then package 1 has:
      | MOS | there |
