@role-dm-gateway
Feature: Commands at the tree of the gateway
  DM_RepPro 4.1.6: the gateway is a client of its server, so its own tree follows the same rules.

  @GFO-TRE-051
  Scenario: Get of a leaf brings its value
    When the server sends the gateway:
      | Get | ./DevInfo/DevId |
    Then the Gets bring:
      | ./DevInfo/DevId | its own name |

  @GFO-TRE-060
  Scenario: Replace makes no node at the gateway
    When the server sends the gateway:
      | Replace | ./SCM/FanOut/Nowhere | one |
    Then the statuses are:
      | Replace | ./SCM/FanOut/Nowhere | NOT_FOUND (404) |

  @GFO-TRE-062
  Scenario Outline: The permanent node <node> of the gateway cannot be deleted
    When the server sends the gateway:
      | Delete | <node> |
    Then the statuses are:
      | Delete | <node> | COMMAND_NOT_ALLOWED (405) or PERMISSION_DENIED (425) |

    Examples:
      | node            |
      | .               |
      | ./DevInfo       |
      | ./DevInfo/DevId |

  @GFO-TRE-054
  Scenario: Get of a node that the gateway has not
    When the server sends the gateway:
      | Get | ./SCM/FanOut/Nowhere |
    Then the statuses are:
      | Get | ./SCM/FanOut/Nowhere | NOT_FOUND (404) |
    And the Gets bring:
      | ./SCM/FanOut/Nowhere | (absent) |
