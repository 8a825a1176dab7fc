Feature: Packages 1 and 3
  DM_Protocol 2.3: the client opens every session; package 1 says who it is, package 3 what became of the commands.

  @ics-dm.notification
  Scenario Outline: Package 1 answers a package 0, with <client> under test
    When the server wakes <client>
    Then <client> opens a session with Alert 1200
    And package 1 of <client> has:
      | Alert                   | 1200  |
      | Replace ./DevInfo/DevId | (any) |
      | Replace ./DevInfo/Man   | (any) |
      | Replace ./DevInfo/Mod   | (any) |
      | Replace ./DevInfo/DmV   | (any) |
      | Replace ./DevInfo/Lang  | (any) |
      | Final                   | there |

    @GFO-PKG-001 @GFO-PKG-003 @GFO-PKG-004 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-PKG-051 @GFO-PKG-053 @GFO-PKG-054 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: A session of its own accord begins with Alert 1201, with <client> under test
    When <client> has something to tell
    Then <client> opens a session with Alert 1201
    And package 1 of <client> has:
      | Alert                   | 1201  |
      | Replace ./DevInfo/DevId | (any) |

    @GFO-PKG-002 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-PKG-052 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: Package 3 has statuses and results, with <client> under test
    When the server sends <client>:
      | Get | ./DevInfo/Man     |
      | Get | ./DevInfo/Nowhere |
    Then package 3 of <client> has:
      | Status of SyncHdr | there |
      | Final             | there |
    And the statuses are:
      | Get | ./DevInfo/Man     | OK (200)        |
      | Get | ./DevInfo/Nowhere | NOT_FOUND (404) |
    And the Gets bring:
      | ./DevInfo/Man     | (any)    |
      | ./DevInfo/Nowhere | (absent) |

    @GFO-PKG-005 @GFO-TRE-004 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-PKG-055 @GFO-TRE-054 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: A package 2 without commands ends the session, with <client> under test
    When the server wakes <client>
    Then <client> opens a session with Alert 1200
    And the session ends
    And package 3 of <client> has no commands

    @GFO-PKG-006 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-PKG-056 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  @GFO-PKG-007 @role-dm-client
  Scenario: Commands of a second round are carried out like those of the first
    Given the server has sent the device:
      | Get | ./DevInfo/Man |
    When the server sends the device in the same session:
      | Get | ./DevInfo/Mod     |
      | Get | ./DevInfo/Nowhere |
    Then the statuses are:
      | SyncHdr |                   | a success       |
      | Get     | ./DevInfo/Mod     | OK (200)        |
      | Get     | ./DevInfo/Nowhere | NOT_FOUND (404) |

  @GFO-PKG-008 @GFO-PKG-009 @role-dm-client
  Scenario: A package 2 in three messages is asked on for, and answered when it is closed
    Given the server divides its package into 3 messages
    When the server sends the device:
      | Get | ./DevInfo/Man |
      | Get | ./DevInfo/Mod |
    Then the statuses are:
      | Get | ./DevInfo/Man | OK (200) |
      | Get | ./DevInfo/Mod | OK (200) |
    And the device asks on until the package is closed

  @GFO-PKG-010 @role-dm-client
  Scenario: After an abort the device says nothing more
    Given the server aborts the session
    When the server wakes the device
    Then the session ends
    And the device goes on

  @GFO-PKG-011 @role-dm-client
  Scenario Outline: When the server <conduct> in the middle the device goes on
    Given the server <conduct>
    When the server wakes the device
    Then the session ends
    And the device goes on

    Examples:
      | conduct              |
      | drops the connection |
      | stays silent         |

  @GFO-PKG-012 @GFO-MSG-006 @role-dm-client
  Scenario: The device sends nothing that a client does not send
    When the server sends the device:
      | Get | ./DevInfo     |
      | Get | ./DevInfo/Man |
    Then every message of the device has:
      | commands | Alert, Replace of DevInfo, Status, Results only |
      | elements | those of DM 1.2 only                            |

  @GFO-PKG-013 @role-dm-client @ics-dm.testNode
  Scenario: An answer that does not fit into one message is divided
    Given the server has sent the device:
      | Add | ./Test/a | 900 characters |
      | Add | ./Test/b | 900 characters |
      | Add | ./Test/c | 900 characters |
    And the server announces a MaxMsgSize of 2000
    When the server sends the device:
      | Get | ./Test/a |
      | Get | ./Test/b |
      | Get | ./Test/c |
    Then the Gets bring:
      | ./Test/a | 900 characters |
      | ./Test/b | 900 characters |
      | ./Test/c | 900 characters |
    And package 3 of the device has:
      | octets | at most 2000             |
      | Final  | in the last message only |

  Scenario Outline: Names and identifiers of a message, with <client> under test
    When the server sends <client>:
      | Get | ./DevInfo/Man |
    Then every message of <client> has:
      | VerDTD    | 1.2                       |
      | VerProto  | DM/1.2                    |
      | SessionID | the same in every message |
      | SessionID | at most 4 characters      |
      | CmdID     | unique and never 0        |
      | Source    | its own name              |

    @GFO-MSG-001 @GFO-MSG-002 @GFO-MSG-004 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-MSG-051 @GFO-MSG-052 @GFO-MSG-054 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: Media type, order and numbers of messages, with <client> under test
    When the server sends <client>:
      | Get | ./DevInfo/Man |
    Then every message of <client> has:
      | MsgID             | rising by one from 1 |
      | order of elements | that of the DTD      |
      | media type        | that of DM           |

    @GFO-MSG-003 @GFO-MSG-005 @GFO-MSG-007 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-MSG-057 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: The next message goes where the server says, with <client> under test
    Given the server gives another address for the next message
    When the server sends <client>:
      | Get | ./DevInfo/Man |
    Then <client> sends its next message to the address that was given
    And the Gets bring:
      | ./DevInfo/Man | (any) |

    @GFO-MSG-008 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-MSG-058 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |
