@flow
Feature: The two call flows of DM 2.0, end to end
  Appendix B: B.1, the client initiated session, and B.2, the server initiated one, with the target in each of the
  roles. Steps that happen inside of one machine are looked at by their consequences. The first request may be
  answered by a challenge; that is no message of the flow.

  Scenario Outline: A client initiated session, step by step, with <target> under test
    Given these commands wait for the device:
      | HPUT   | repository/info | DevInfo// |
      | DELETE | Nothing//attic  |           |
    When step 1: the DM Client is triggered by a timer
    Then step 2: package 1 has:
      | start alert | ClientInitiatedMgmt |
      | OMADM-DevID | its own name        |
    And steps 3 and 5: the DM Client got the commands:
      | HPUT   | repository/info | DevInfo// |
      | DELETE | Nothing//attic  |           |
    And steps 6 and 7: package 3 has:
      | statuses | 2 |
    And steps 8 and 9: the DM Server finishes the session
    And the messages went in this order:
      | the DM Client | the DM Server | package 1 |
      | the DM Server | the DM Client | commands  |
      | the DM Client | the DM Server | package 3 |
      | the DM Server | the DM Client | END       |

    @DM2-CIS-001 @DM2-CIS-002 @DM2-CIS-007 @DM2-CIS-010 @role-dm-client
    Examples:
      | target        |
      | the DM Client |

    @DM2-CIS-003 @DM2-CIS-005 @DM2-CIS-009 @DM2-CIS-011 @role-dm-server
    Examples:
      | target        |
      | the DM Server |

  Scenario Outline: A server initiated session, step by step, with <target> under test
    When step 1: the DM Server is to notify the device of:
      | HPUT   | repository/info | DevInfo// |
      | DELETE | Nothing//attic  |           |
    Then step 1: the push request has:
      | Address | that of the device |
      | Content | a notification     |
    And steps 2 and 3: the notification has:
      | SHA256-DIGEST | right |
    And step 4: package 1 has:
      | start alert     | ServerInitiatedMgmt      |
      | NOTIFICATION-ID | that of the notification |
    And steps 5 and 7: the DM Client got the commands:
      | HPUT   | repository/info | DevInfo// |
      | DELETE | Nothing//attic  |           |
    And steps 8 and 9: package 3 has:
      | statuses | 2 |
    And steps 10 and 11: the DM Server finishes the session
    And the messages went in this order:
      | the DM Server    | the Push Service | push request |
      | the Push Service | the DM Client    | notification |
      | the DM Client    | the DM Server    | package 1    |
      | the DM Server    | the DM Client    | commands     |
      | the DM Client    | the DM Server    | package 3    |
      | the DM Server    | the DM Client    | END          |

    @DM2-SIS-001 @DM2-SIS-005 @DM2-SIS-007 @DM2-SIS-011 @DM2-SIS-013 @DM2-SIS-014 @role-dm-server
    Examples:
      | target        |
      | the DM Server |

    @DM2-SIS-003 @DM2-SIS-004 @DM2-SIS-009 @DM2-SIS-012 @DM2-SIS-015 @role-dm-client
    Examples:
      | target        |
      | the DM Client |

    @DM2-SIS-002 @DM2-SIS-016 @role-push-service
    Examples:
      | target           |
      | the Push Service |

  @DM2-CIS-006 @role-dm-client
  Scenario: What the commands of a client initiated session say is done
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    And these commands wait for the device:
      | HGET   | repository/level | Lamp/hall/Level |
      | DELETE | Lamp/desk/       |                 |
    When step 1: the DM Client is triggered by a timer
    Then step 6: the tree now has:
      | Lamp/hall/Level | 75       |
      | Lamp/desk/      | (absent) |

  @DM2-SIS-008 @role-dm-client
  Scenario: What the commands of a server initiated session say is done
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    When step 1: the DM Server is to notify the device of:
      | HGET   | repository/level | Lamp/hall/Level |
      | DELETE | Lamp/desk/       |                 |
    Then step 8: the tree now has:
      | Lamp/hall/Level | 75       |
      | Lamp/desk/      | (absent) |

  @DM2-CIS-004 @DM2-CIS-008 @role-dm-server
  Scenario: The resource of a client initiated session is created and updated
    Given these commands wait for the device:
      | HPUT | repository/info | DevInfo// |
    And the DM Client has opened a session
    Then step 4: the session resource has:
      | reason    | client-initiated |
      | state     | open             |
      | command 1 | sent             |
    When step 7: the DM Client goes on with its session
    Then step 8: the session resource has:
      | state     | finished |
      | rounds    | 1        |
      | command 1 | reported |

  @DM2-SIS-006 @DM2-SIS-010 @role-dm-server
  Scenario: The resource of a server initiated session is created and updated
    When step 1: the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    Then steps 6 and 10: the session resource has:
      | reason    | server-initiated |
      | state     | finished         |
      | command 1 | reported         |
    And the device has 1 session resource

  Scenario Outline: The flow of B.1 goes on behind a command that fails, with <target> under test
    Given the DM Client reports NOT_FOUND (404) for DELETE
    And these commands wait for the device:
      | DELETE | Nothing//attic  |           |
      | HPUT   | repository/info | DevInfo// |
    When step 1: the DM Client is triggered by a timer
    Then steps 6 and 7: package 3 has:
      | statuses | 2 |
    And step 9: the DM Server finishes the session

    @DM2-CIS-014 @role-dm-client
    Examples:
      | target        |
      | the DM Client |

    @DM2-CIS-015 @role-dm-server
    Examples:
      | target        |
      | the DM Server |

  Scenario Outline: Where no command waits the flow of B.1 comes to its end at once, with <target> under test
    When step 1: the DM Client is triggered by a timer
    Then step 3: the DM Client got no commands
    And step 9: the DM Server finishes the session
    And the messages went in this order:
      | the DM Client | the DM Server | package 1 |
      | the DM Server | the DM Client | END       |

    @DM2-CIS-016 @role-dm-server
    Examples:
      | target        |
      | the DM Server |

    @DM2-CIS-017 @role-dm-client
    Examples:
      | target        |
      | the DM Client |

  Scenario Outline: The flow of B.1 can be gone through twice, with <target> under test
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client is triggered by a timer
    And these commands wait for the device:
      | HPUT | repository/info | DevInfo// |
    When step 1: the DM Client is triggered by a timer
    Then step 5: the DM Client got the commands:
      | HPUT | repository/info | DevInfo// |
    And step 7: package 3 has:
      | statuses | 1 |
    And step 9: the DM Server finishes the session

    @DM2-CIS-012 @role-dm-client
    Examples:
      | target        |
      | the DM Client |

    @DM2-CIS-013 @role-dm-server
    Examples:
      | target        |
      | the DM Server |

  Scenario Outline: The flow of B.2 can be gone through twice, with <target> under test
    Given the DM Server is to notify the device of:
      | DELETE | Nothing//attic |
    When step 1: the DM Server is to notify the device of:
      | HPUT | repository/info | DevInfo// |
    Then step 4: package 1 has:
      | NOTIFICATION-ID | that of the notification |
    And step 7: the DM Client got the commands:
      | HPUT | repository/info | DevInfo// |
    And step 11: the DM Server finishes the session

    @DM2-SIS-017 @role-dm-server
    Examples:
      | target        |
      | the DM Server |

    @DM2-SIS-018 @role-dm-client
    Examples:
      | target        |
      | the DM Client |

    @DM2-SIS-019 @role-push-service
    Examples:
      | target           |
      | the Push Service |
