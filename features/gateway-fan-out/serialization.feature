Feature: XML and WBXML
  DM_RepPro 4.1.2: the same message in two serializations, told apart by the media type.

  @ics-dm.wbxml
  Scenario Outline: WBXML is understood, with <client> under test
    Given the messages travel in WBXML
    When the server sends <client>:
      | Get | ./DevInfo/DevId   |
      | Get | ./DevInfo/Nowhere |
    Then the statuses are:
      | Get | ./DevInfo/DevId   | OK (200)        |
      | Get | ./DevInfo/Nowhere | NOT_FOUND (404) |
    And the Gets bring:
      | ./DevInfo/DevId | its own name |

    @GFO-WBX-001 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-WBX-051 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  @GFO-WBX-002 @role-dm-client
  Scenario: The device goes on in one serialization
    Given the messages travel in WBXML
    When the server sends the device:
      | Get | ./DevInfo/Man |
    Then every message of the device travels in WBXML

  @GFO-WBX-003 @role-dm-client
  Scenario: WBXML 1.2 is understood by the device
    Given the messages travel in WBXML
    And the server writes WBXML 1.2
    When the server sends the device:
      | Get | ./DevInfo/Man |
    Then the Gets bring:
      | ./DevInfo/Man | (any) |

  @ics-dm.wbxml @ics-dm.testNode @GFO-WBX-001 @role-dm-client
  Scenario: Text that is not ASCII survives both ways in WBXML
    Given the messages travel in WBXML
    And the server has sent the device:
      | Add | ./Test/a | Größe 20 µm, 水 |
    When the server sends the device:
      | Get | ./Test/a |
    Then the Gets bring:
      | ./Test/a | Größe 20 µm, 水 |

  Scenario Outline: A client that speaks WBXML is served, with <manager> under test
    Given the messages travel in WBXML
    And <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then <peer> got the commands
    And every message of <manager> travels in WBXML

    @GFO-WBX-101 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-WBX-151 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @GFO-WBX-102 @role-dm-server
  Scenario: WBXML 1.2 is understood by the server
    Given the messages travel in WBXML
    And the server has commands for the gateway
    And the gateway writes WBXML 1.2
    When the gateway connects to the server
    Then the gateway got the commands

  Scenario Outline: A client that speaks XML is served, with <manager> under test
    Given the messages travel in XML
    And <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then <peer> got the commands
    And every message of <manager> travels in XML

    @GFO-WBX-103 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-WBX-153 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |
