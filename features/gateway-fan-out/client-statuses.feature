Feature: Statuses of the client
  SyncML StatusType and DM_RepPro 4.1.6: what a status answers, in which order, with which code.

  Scenario Outline: Statuses have the order of the commands, the header first, with <client> under test
    When the server sends <client>:
      | Get | ./DevInfo/Man     |
      | Get | ./DevInfo/Nowhere |
      | Get | ./DevInfo/Mod     |
      | Get | ./DevInfo         |
    Then the statuses come in the order of the commands
    And no Results stand before the status of their Get

    @GFO-STA-001 @GFO-STA-003 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-STA-051 @GFO-STA-053 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: Each command has one status, with <client> under test
    When the server sends <client>:
      | Get | ./DevInfo/Man  |
      | Get | ./DevInfo/Mod  |
      | Get | ./DevInfo/Lang |
    Then each command has one status

    @GFO-STA-002 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-STA-052 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  @GFO-STA-002 @GFO-TRE-016 @role-dm-client
  Scenario: Items of one command that fare differently have a status each
    Given the server has sent the device:
      | Add | ./Test/b | one |
    When the server sends the device:
      | Add | ./Test/a | two |
      | and | ./Test/b | two |
      | and | ./Test/c | two |
    Then the statuses are:
      | Add | ./Test/a | OK (200)             |
      | and | ./Test/b | ALREADY_EXISTS (418) |
      | and | ./Test/c | OK (200)             |

  @GFO-STA-004 @role-dm-client
  Scenario: A status names the message and the command that it answers
    When the server sends the device:
      | Get | ./DevInfo/Man     |
      | Get | ./DevInfo/Nowhere |
    Then each status names its message and its command

  @GFO-STA-005 @role-dm-client @ics-dm.testNode
  Scenario: Codes are those that the standard lists for the command
    When the server sends the device:
      | Get     | ./DevInfo/Nowhere |     |
      | Replace | ./DevInfo/Nowhere | x   |
      | Delete  | ./DevInfo         |     |
      | Add     | ./Test/a          | one |
      | Add     | ./Test/a          | one |
      | Exec    | ./Test/a          |     |
    Then each status has a code that is listed for its command
