@role-dm-client
Feature: Commands at the tree of the device
  DM_RepPro 4.1.6 and DM_TND 8.3: what Add, Replace, Delete, Get and Copy do, and what they are answered.

  @GFO-TRE-005 @GFO-TRE-002
  Scenario: Add makes interior nodes and leaves
    Given the server has sent the device:
      | Add | ./Test/a |  | node |
    When the server sends the device:
      | Add | ./Test/a/b | one |     |
      | Add | ./Test/a/c | 2   | int |
    Then the statuses are:
      | Add | ./Test/a/b | OK (200) |
      | Add | ./Test/a/c | OK (200) |
    And the device now has:
      | ./Test/a   | children b, c |
      | ./Test/a/c | 2             |

  @GFO-TRE-003 @ics-dm.testNode
  Scenario: An interior node without children has empty Data
    Given the server has sent the device:
      | Add | ./Test/a |  | node |
    When the server sends the device:
      | Get | ./Test/a |
    Then the statuses are:
      | Get | ./Test/a | OK (200) |
    And the Gets bring:
      | ./Test/a | (empty) |

  @GFO-TRE-006
  Scenario: Add of a node that is there leaves it as it was
    Given the server has sent the device:
      | Add | ./Test/a | one |
    When the server sends the device:
      | Add | ./Test/a | two |
      | Get | ./Test/a |     |
    Then the statuses are:
      | Add | ./Test/a | ALREADY_EXISTS (418) |
    And the Gets bring:
      | ./Test/a | one |

  @GFO-TRE-007
  Scenario: Nothing is added below a leaf
    Given the server has sent the device:
      | Add | ./Test/a | one |
    When the server sends the device:
      | Add | ./Test/a/b | two |
    Then the statuses are:
      | Add | ./Test/a/b | COMMAND_NOT_ALLOWED (405) |

  @GFO-TRE-008
  Scenario: Parents that are missing are made, or nothing is
    When the server sends the device:
      | Add | ./Test/a/b/c | one |
    Then the device made "./Test/a/b/c" whole, or refused and made nothing

  @GFO-TRE-009
  Scenario: Replace changes a value
    Given the server has sent the device:
      | Add | ./Test/a | one |
    When the server sends the device:
      | Replace | ./Test/a | two |
    Then the statuses are:
      | Replace | ./Test/a | OK (200) |
    And the device now has:
      | ./Test/a | two |

  @GFO-TRE-010 @ics-dm.testNode
  Scenario: Replace makes no node
    When the server sends the device:
      | Replace | ./Test/a | one |
    Then the statuses are:
      | Replace | ./Test/a | NOT_FOUND (404) |

  @GFO-TRE-011
  Scenario: Delete takes a node and everything below it
    Given the server has sent the device:
      | Add | ./Test/a   |     | node |
      | Add | ./Test/a/b | one |      |
    When the server sends the device:
      | Delete | ./Test/a |
    Then the statuses are:
      | Delete | ./Test/a | OK (200) |
    And the device now has:
      | ./Test/a   | (absent) |
      | ./Test/a/b | (absent) |

  @GFO-TRE-012
  Scenario Outline: The permanent node <node> cannot be deleted
    When the server sends the device:
      | Delete | <node> |
    Then the statuses are:
      | Delete | <node> | COMMAND_NOT_ALLOWED (405) or PERMISSION_DENIED (425) |

    Examples:
      | node            |
      | .               |
      | ./DevInfo       |
      | ./DevInfo/DevId |

  @GFO-TRE-013
  Scenario: Delete of a node that is not there
    When the server sends the device:
      | Delete | ./Test/a |
    Then the statuses are:
      | Delete | ./Test/a | NOT_FOUND (404) |

  @GFO-TRE-014
  Scenario: Copy takes the value of a leaf to another
    Given the server has sent the device:
      | Add | ./Test/a | one |
      | Add | ./Test/b | two |
    When the server sends the device:
      | Copy | ./Test/a | ./Test/b |
    Then the statuses are:
      | Copy | ./Test/a | OK (200) |
    And the device now has:
      | ./Test/a | one |
      | ./Test/b | one |

  @GFO-TRE-015
  Scenario: A URI with and without ./ is the same
    When the server sends the device:
      | Get | DevInfo/DevId   |
      | Get | ./DevInfo/DevId |
    Then the Gets bring:
      | DevInfo/DevId   | as in package 1 |
      | ./DevInfo/DevId | as in package 1 |

  @GFO-TRE-016
  Scenario: A command with three items acts on each
    When the server sends the device:
      | Add | ./Test/a | one   |
      | and | ./Test/b | two   |
      | and | ./Test/c | three |
    Then the device now has:
      | ./Test/a | one   |
      | ./Test/b | two   |
      | ./Test/c | three |
