Feature: Large objects
  DM_Protocol 2.2: an object in parts, Size in the first, MoreData in all but the last, stored when it is whole.

  @GFO-LOB-001 @GFO-LOB-002 @role-dm-client
  Scenario: An object in four parts is taken whole
    Given the server divides objects into parts of 100 characters
    When the server sends the device:
      | Add | ./Test/a | 350 characters |
    Then each part of the server but the last was answered CHUNKED_ITEM_ACCEPTED (213)
    And the statuses are:
      | Add | ./Test/a | OK (200) |
    And the device now has:
      | ./Test/a | 350 characters |

  @GFO-LOB-003 @role-dm-client
  Scenario: An object that is not as large as announced is refused
    Given the server divides objects into parts of 100 characters
    And the server announces a Size that is too big
    When the server sends the device:
      | Add | ./Test/a | 350 characters |
    Then the statuses are:
      | Add | ./Test/a | SIZE_MISMATCH (424) |
    And the device now has:
      | ./Test/a | (absent) |

  @GFO-LOB-004 @GFO-LOB-002 @role-dm-client
  Scenario: A command before the end of an object breaks it off
    Given the server breaks off a large object
    When the server sends the device:
      | Add | ./Test/a | 350 characters |
      | Add | ./Test/b | two            |
    Then the device sends Alert 1225
    And the device now has:
      | ./Test/a | (absent) |

  @GFO-LOB-005 @role-dm-client
  Scenario: A value that is too large for one message comes in parts
    Given the server has sent the device:
      | Add | ./Test/a | 5000 characters |
    And the server announces a MaxMsgSize of 2000
    When the server sends the device:
      | Get | ./Test/a |
    Then the Gets bring:
      | ./Test/a | 5000 characters |
    And the server got every object whole
    And package 3 of the device has:
      | octets | at most 2000 |

  @GFO-LOB-006 @role-dm-client
  Scenario: A value beyond the MaxObjSize of the server is not sent
    Given the server has sent the device:
      | Add | ./Test/a | 900 characters |
    And the server announces a MaxObjSize of 500
    When the server sends the device:
      | Get | ./Test/a |
    Then the Gets bring:
      | ./Test/a | (absent) |
    And the statuses are:
      | Get | ./Test/a | a refusal |

  Scenario Outline: A value that <peer> sends in parts is gathered, with <manager> under test
    Given <manager> has large commands for <peer>
    And <peer> divides objects into parts of 1000 characters
    When <peer> connects to <manager>
    Then each part of <peer> but the last was answered CHUNKED_ITEM_ACCEPTED (213)
    And <manager> took the answers

    @GFO-LOB-101 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-LOB-151 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  Scenario Outline: A command that is too large for <peer> comes in parts
    Given <manager> has large commands for <peer>
    And <peer> announces a MaxMsgSize of 2000
    When <peer> connects to <manager>
    Then <peer> got every object whole
    And every message of <manager> has:
      | octets | at most 2000 |

    @GFO-LOB-102 @GFO-PKG-107 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-LOB-152 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @GFO-LOB-103 @role-dm-server
  Scenario: A value that is not as large as announced does no harm
    Given devices "d1", "d2" in the group "pumps" on the gateway
    And the gateway divides objects into parts of 50 characters
    And the gateway announces a Size that is too big
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server goes on
