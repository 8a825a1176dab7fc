@ics-dm.notification
Feature: Package 0 wakes the client
  DM_Notification 6: a digest that only the server can make, a session identifier that comes back, one session.

  Scenario Outline: A package 0 with the right digest brings a session, with <client> under test
    When the server wakes <client>
    Then <client> opens 1 session
    And package 1 of <client> has:
      | SessionID | that of the notification |

    @GFO-NOT-001 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-NOT-051 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: The session identifier <session> comes back in hexadecimal, with <client> under test
    When the server wakes <client> with:
      | Session | <session> |
    Then package 1 of <client> has:
      | SessionID | <session> |

    @GFO-SES-001 @role-dm-client
    Examples:
      | client     | session |
      | the device | 1       |
      | the device | A0      |
      | the device | 1A2B    |
      | the device | FFFF    |

    @GFO-SES-051 @role-dm-gateway
    Examples:
      | client      | session |
      | the gateway | 1       |
      | the gateway | 1A2B    |

  Scenario Outline: A package 0 whose digest is <digest> is ignored, with <client> under test
    When the server wakes <client> with:
      | Digest | <digest> |
    Then <client> opens no session
    And <client> goes on

    @GFO-NOT-002 @role-dm-client
    Examples:
      | client     | digest   |
      | the device | wrong    |
      | the device | of zeros |

    @GFO-NOT-010 @role-dm-client
    Examples:
      | client     | digest              |
      | the device | of another password |

    @GFO-NOT-052 @role-dm-gateway
    Examples:
      | client      | digest   |
      | the gateway | wrong    |
      | the gateway | of zeros |

  @GFO-NOT-003 @role-dm-client
  Scenario: A package 0 of a server that is not known is ignored
    When the server wakes the device with:
      | Server | com.example.nobody |
    Then the device opens no session
    And the device goes on

  @GFO-NOT-004 @role-dm-client
  Scenario: A package 0 that comes three times brings one session
    When the server wakes the device with:
      | Times | 3 |
    Then the device opens 1 session

  Scenario Outline: A package 0 that is replayed brings no second session, with <client> under test
    Given the server wakes <client>
    And <client> has opened a session
    When the package 0 of before is sent again
    Then <client> opens no further session
    And <client> goes on

    @GFO-NOT-005 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-NOT-055 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  @GFO-NOT-006 @role-dm-client
  Scenario: Data of a vendor behind the server identifier do no harm
    When the server wakes the device with:
      | Vendor Data | 00FF7B2276656E646F72227D |
    Then the device opens 1 session

  @GFO-NOT-007 @role-dm-client
  Scenario Outline: The session comes with UI mode <mode> on behalf of the <initiator>
    When the server wakes the device with:
      | UI Mode   | <mode>      |
      | Initiator | <initiator> |
    Then the device opens 1 session

    Examples:
      | mode             | initiator |
      | unspecified      | server    |
      | background       | user      |
      | informative      | server    |
      | user-interaction | user      |

  Scenario Outline: A package 0 of <what> is ignored, with <client> under test
    When the server wakes <client> with:
      | <key> | <value> |
    Then <client> opens no session
    And <client> goes on

    @GFO-NOT-008 @role-dm-client
    Examples:
      | client     | what                          | key    | value                                                 |
      | the device | no octets                     | Cut to | 0                                                     |
      | the device | a digest and nothing else     | Cut to | 16                                                    |
      | the device | half a server identifier      | Cut to | 28                                                    |
      | the device | a length that leads beyond it | Octets | 00000000000000000000000000000000 02E8000000001012FF63 |

    @GFO-NOT-058 @role-dm-gateway
    Examples:
      | client      | what                     | key    | value |
      | the gateway | no octets                | Cut to | 0     |
      | the gateway | half a server identifier | Cut to | 28    |

  @GFO-NOT-009 @role-dm-client
  Scenario: A digest of the default nonce is accepted, once
    When the server wakes the device with:
      | Digest | of the default nonce |
    Then the device opens 1 session, or none and goes on

  @GFO-SES-002 @role-dm-client
  Scenario: Sessions that the device opens on its own differ in their identifiers
    Given the device has something to tell
    And the device has opened a session
    When the device has something to tell
    Then the two sessions of the device differ in SessionID
