Feature: Packages 2 and 4
  DM_Protocol 2.3.4 and 2.3.6, with the target as DM server: the server towards its gateway, the gateway towards its
  devices.

  Scenario Outline: Package 2 answers package 1, with <manager> under test
    Given <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then package 2 of <manager> has:
      | VerDTD            | 1.2       |
      | VerProto          | DM/1.2    |
      | Status of SyncHdr | there     |
      | Status of Alert   | a success |
      | Status of Replace | a success |
      | Final             | there     |
    And <peer> got the commands

    @GFO-MSG-101 @GFO-PKG-101 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-MSG-151 @GFO-PKG-151 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  Scenario Outline: Names and identifiers of the messages of <manager>
    Given <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then every message of <manager> has:
      | SessionID | that of the client |
      | CmdID     | unique and never 0 |
      | Source    | its own name       |

    @GFO-MSG-102 @GFO-MSG-104 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

  Scenario Outline: Media type, order and numbers of the messages of <manager>
    Given <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then every message of <manager> has:
      | MsgID             | rising by one from 1           |
      | order of elements | that of the DTD                |
      | media type        | that of the message it answers |

    @GFO-MSG-103 @GFO-MSG-105 @GFO-MSG-106 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-MSG-156 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @GFO-MSG-107 @role-dm-server
  Scenario: The server sends nothing that DM does not use
    Given the server has commands for the gateway
    When the gateway connects to the server
    Then every message of the server has:
      | elements | those of DM 1.2 only |

  Scenario Outline: The session ends with a package without commands, with <manager> under test
    Given <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then <peer> got the commands
    And the last message of <manager> has:
      | Final | there |
    And the last message of <manager> has no commands

    @GFO-PKG-102 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-PKG-152 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  Scenario Outline: A package 3 in three messages is taken whole, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> divides its package into 3 messages
    When <peer> connects to <manager>
    Then <manager> asks on until the package is closed
    And <manager> sent no new command before that
    And <manager> took the answers

    @GFO-PKG-104 @GFO-PKG-103 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-PKG-154 @GFO-PKG-153 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @GFO-PKG-105 @role-dm-server
  Scenario: An abort is not answered with commands
    Given the server has commands for the gateway
    And the gateway aborts the session
    When the gateway connects to the server
    Then every message of the server has no commands
    And the server goes on

  Scenario Outline: A client that vanishes in the middle does no harm, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> drops the connection after 0 answers
    When <peer> connects to <manager>
    Then <manager> goes on

    @GFO-PKG-106 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-PKG-156 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @GFO-PKG-108 @role-dm-server
  Scenario: A client that says nothing of its device does no harm
    Given the server has commands for the gateway
    And the gateway leaves DevInfo out
    When the gateway connects to the server
    Then the server goes on

  Scenario Outline: The session identifier "<session>" is kept, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> uses the session identifier "<session>"
    When <peer> connects to <manager>
    Then every message of <manager> has:
      | SessionID | that of the client |
    And <peer> got the commands

    @GFO-SES-101 @role-dm-server
    Examples:
      | manager    | peer        | session |
      | the server | the gateway | 1       |
      | the server | the gateway | zZ-9    |

    @GFO-SES-151 @role-dm-gateway
    Examples:
      | manager     | peer | session |
      | the gateway | "d1" | 1       |
      | the gateway | "d1" | zZ-9    |

  @GFO-SES-102 @role-dm-gateway
  Scenario: Two devices with the same session identifier have sessions of their own
    Given devices "d1", "d2" in the group "pumps" on the gateway
    And "d1", "d2" use the session identifier "1"
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then each device executed:
      | Get | ./Pump/Name |
    And the results of "d1" show "./Pump/Name" as "d1"
    And the results of "d2" show "./Pump/Name" as "d2"

  Scenario Outline: Statuses only where they are due, with <manager> under test
    Given <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then every message of <manager> has no Status of Results
    And the statuses of <manager> come in the order of the commands

    @GFO-STA-101 @GFO-STA-102 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-STA-151 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |
