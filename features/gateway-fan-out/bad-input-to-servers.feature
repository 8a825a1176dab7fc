Feature: Bad messages for a server
  Design 8, with the target as DM server: nothing of a message that cannot be read is acted on, and the target lives on.

  Scenario Outline: A first message <defect> is refused, with <manager> under test
    Given <manager> has commands for <peer>
    When <peer> connects to <manager> with a message <defect>
    Then <manager> refuses it
    And <peer> got no commands
    And <manager> goes on

    @GFO-BAD-101 @role-dm-server
    Examples:
      | manager    | peer        | defect            |
      | the server | the gateway | cut in the middle |
      | the server | the gateway | that is no XML    |
      | the server | the gateway | that is not UTF-8 |
      | the server | the gateway | without a SyncHdr |

    @GFO-BAD-151 @role-dm-gateway
    Examples:
      | manager     | peer | defect            |
      | the gateway | "d1" | cut in the middle |
      | the gateway | "d1" | that is no XML    |

    @GFO-BAD-102 @role-dm-server
    Examples:
      | manager    | peer        | defect                           |
      | the server | the gateway | with a DOCTYPE                   |
      | the server | the gateway | with an entity that reads a file |
      | the server | the gateway | with entities that multiply      |

    @GFO-BAD-152 @role-dm-gateway
    Examples:
      | manager     | peer | defect                      |
      | the gateway | "d1" | with a DOCTYPE              |
      | the gateway | "d1" | with entities that multiply |

    @GFO-BAD-103 @role-dm-server
    Examples:
      | manager    | peer        | defect                 |
      | the server | the gateway | of 9000000 characters  |
      | the server | the gateway | nested 500 levels deep |

    @GFO-BAD-107 @role-dm-server
    Examples:
      | manager    | peer        | defect              |
      | the server | the gateway | from another device |

    @GFO-BAD-157 @role-dm-gateway
    Examples:
      | manager     | peer | defect              |
      | the gateway | "d1" | from another device |

    @GFO-BAD-110 @role-dm-server
    Examples:
      | manager    | peer        | defect                         |
      | the server | the gateway | of the media type "text/plain" |

    @GFO-BAD-160 @role-dm-gateway
    Examples:
      | manager     | peer | defect                         |
      | the gateway | "d1" | of the media type "text/plain" |

    @GFO-BAD-111 @role-dm-server
    Examples:
      | manager    | peer        | defect                 |
      | the server | the gateway | with VerDTD "9.9"      |
      | the server | the gateway | with VerProto "DM/9.9" |

  @ics-dm.wbxml
  Scenario Outline: A first message in WBXML <defect> is refused, with <manager> under test
    Given the messages travel in WBXML
    And <manager> has commands for <peer>
    When <peer> connects to <manager> with a message <defect>
    Then <manager> refuses it
    And <peer> got no commands
    And <manager> goes on

    @GFO-BAD-104 @role-dm-server
    Examples:
      | manager    | peer        | defect                                   |
      | the server | the gateway | cut in the middle                        |
      | the server | the gateway | with an unknown token                    |
      | the server | the gateway | with an unknown code page                |
      | the server | the gateway | with a string table index beyond its end |
      | the server | the gateway | with an opaque length beyond its end     |
      | the server | the gateway | with a multi-byte number that overflows  |

    @GFO-BAD-154 @role-dm-gateway
    Examples:
      | manager     | peer | defect                               |
      | the gateway | "d1" | with an unknown token                |
      | the gateway | "d1" | with an opaque length beyond its end |

  @GFO-BAD-105 @role-dm-server
  Scenario Outline: A client whose message is <defect> is not heard twice
    Given the server has commands for the gateway
    When the gateway answers the server with a message <defect>
    Then the server goes on

    Examples:
      | defect                         |
      | with two commands of one CmdID |
      | with a command without CmdID   |
      | with a CmdID of 0              |

  Scenario Outline: Answers <defect> answer no command, with <manager> under test
    Given <manager> has commands for <peer>
    When <peer> answers <manager> with a message <defect>
    Then <manager> took no answers
    And <manager> goes on

    @GFO-BAD-106 @role-dm-server
    Examples:
      | manager    | peer        | defect                   |
      | the server | the gateway | with a MsgRef to nowhere |
      | the server | the gateway | with a CmdRef to nowhere |

    @GFO-BAD-156 @role-dm-gateway
    Examples:
      | manager     | peer | defect                   |
      | the gateway | "d1" | with a MsgRef to nowhere |
      | the gateway | "d1" | with a CmdRef to nowhere |

    @GFO-BAD-107 @role-dm-server
    Examples:
      | manager    | peer        | defect                 |
      | the server | the gateway | with another SessionID |

    @GFO-BAD-157 @role-dm-gateway
    Examples:
      | manager     | peer | defect                 |
      | the gateway | "d1" | with another SessionID |

  @GFO-BAD-108 @role-dm-server
  Scenario: A client that sends every message twice gets its commands once
    Given devices "d1", "d2" in the group "pumps" on the gateway
    And the gateway answers every message twice
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server executed Start 1 time
    And the server got the results
    And the server brought each session to its end
    And the server goes on

  Scenario Outline: A client that sends a command of management is refused, with <manager> under test
    Given <manager> has commands for <peer>
    When <peer> answers <manager> with a message with a command of management
    Then <manager> refuses the command in question
    And <manager> goes on

    @GFO-BAD-109 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-BAD-159 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |
