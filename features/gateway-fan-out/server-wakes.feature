Feature: Package 0 of the server
  DM_Notification 6, with the target as DM server: its layout, its digest, its identifiers.

  Scenario Outline: Package 0 of <manager> has its fields
    When <manager> wakes <peer>
    Then the package 0 of <manager> has:
      | Digest        | right             |
      | Version       | 11                |
      | Reserved bits | 0                 |
      | Session       | 1 to FFFF         |
      | Server        | its own name      |
      | media type    | that of package 0 |

    @GFO-NOT-101 @GFO-NOT-102 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-NOT-151 @GFO-NOT-152 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  Scenario Outline: <manager> takes a new session identifier for each session
    Given <manager> has woken <peer>
    When <manager> wakes <peer>
    Then the packages 0 of <manager> differ in session identifier

    @GFO-NOT-103 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-NOT-153 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @GFO-NOT-104 @GFO-NOT-105 @role-dm-server
  Scenario: A gateway that could not be reached is woken again for the same session
    Given the gateway is offline for the first 1 package 0
    When the server wakes the gateway
    Then the gateway was woken
    And the packages 0 of the server have one session identifier

  @GFO-NOT-102 @ics-dm.md5 @role-dm-server
  Scenario: The digest is made with the nonce that the gateway gave last
    Given the parties authenticate with MD5
    And the server has woken the gateway
    When the server wakes the gateway
    Then the package 0 of the server has:
      | Digest | right |
