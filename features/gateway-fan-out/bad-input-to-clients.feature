Feature: Bad messages for a client
  Design 8: whatever the server sends, nothing of a message that cannot be read is executed, and the client lives on.
  Each bad message carries a Replace of a node that the server may change.

  Scenario Outline: A message <defect> is not executed, with <client> under test
    When the server sends <client> a message <defect>
    Then <client> refuses it
    And nothing was changed
    And <client> goes on

    @GFO-BAD-001 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | defect            |
      | the device | cut in the middle |
      | the device | that is no XML    |
      | the device | that is not UTF-8 |
      | the device | without a SyncHdr |

    @GFO-BAD-051 @role-dm-gateway
    Examples:
      | client      | defect            |
      | the gateway | cut in the middle |
      | the gateway | that is no XML    |
      | the gateway | that is not UTF-8 |

    @GFO-BAD-002 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | defect                           |
      | the device | with a DOCTYPE                   |
      | the device | with an entity that reads a file |
      | the device | with entities that multiply      |

    @GFO-BAD-052 @role-dm-gateway
    Examples:
      | client      | defect                      |
      | the gateway | with a DOCTYPE              |
      | the gateway | with entities that multiply |

    @GFO-BAD-003 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | defect                 |
      | the device | of 9000000 characters  |
      | the device | nested 500 levels deep |

    @GFO-BAD-010 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | defect                 |
      | the device | with VerDTD "9.9"      |
      | the device | with VerProto "DM/9.9" |

    @GFO-BAD-007 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | defect                 |
      | the device | with another SessionID |

    @GFO-BAD-057 @role-dm-gateway
    Examples:
      | client      | defect                 |
      | the gateway | with another SessionID |

    @GFO-BAD-011 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | defect                         |
      | the device | of the media type "text/plain" |

  @ics-dm.wbxml
  Scenario Outline: WBXML <defect> is not executed, with <client> under test
    Given the messages travel in WBXML
    When the server sends <client> a message <defect>
    Then <client> refuses it
    And nothing was changed
    And <client> goes on

    @GFO-BAD-004 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | defect                                   |
      | the device | cut in the middle                        |
      | the device | with an unknown token                    |
      | the device | with an unknown code page                |
      | the device | with an unknown public identifier        |
      | the device | with a string table index beyond its end |
      | the device | with an opaque length beyond its end     |
      | the device | with a multi-byte number that overflows  |

    @GFO-BAD-054 @role-dm-gateway
    Examples:
      | client      | defect                               |
      | the gateway | cut in the middle                    |
      | the gateway | with an unknown token                |
      | the gateway | with an opaque length beyond its end |

  @role-dm-client @GFO-BAD-005 @ics-dm.testNode
  Scenario Outline: Commands <defect> are refused
    When the server sends the device a message <defect>
    Then the device refuses the command in question
    And the device goes on

    Examples:
      | defect                         |
      | with two commands of one CmdID |
      | with a command without CmdID   |
      | with a CmdID of 0              |

  @role-dm-client @GFO-BAD-006 @ics-dm.testNode
  Scenario Outline: A Status <defect> is ignored
    When the server sends the device a message <defect>
    Then the device goes on

    Examples:
      | defect                   |
      | with a MsgRef to nowhere |
      | with a CmdRef to nowhere |

  @role-dm-client @GFO-BAD-008 @ics-dm.testNode
  Scenario: A message that comes twice is executed once
    When the server sends the device a message that comes twice
    Then it was executed once
    And the device goes on

  @role-dm-client @GFO-BAD-009 @ics-dm.testNode
  Scenario: A command that DM does not use is refused
    When the server sends the device a message with a Put
    Then the device refuses the command in question
    And the device goes on

  @role-dm-client @GFO-BAD-012 @ics-dm.testNode
  Scenario: An unknown element does no harm
    When the server sends the device a message with an unknown element
    Then the device goes on

  @role-dm-client @GFO-MSG-006 @ics-dm.testNode
  Scenario: Credentials in a command prove nothing
    Given the server sends no credentials
    When the server sends the device a message with credentials in a command
    Then the device refuses it
    And the device goes on

  @role-dm-client @GFO-BAD-011 @ics-dm.notification
  Scenario Outline: When the server <conduct> the session ends, and the device goes on
    Given the server <conduct>
    When the server wakes the device
    Then the session ends
    And the device goes on

    Examples:
      | conduct                      |
      | answers with HTTP status 500 |
      | answers with HTTP status 404 |
      | answers with garbage         |
