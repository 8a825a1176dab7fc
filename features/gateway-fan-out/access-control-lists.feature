@role-dm-client
Feature: Access control lists
  DM_TND 8.3.7.1: what a server may do at a node. "me" in a list is the identifier of the server that asks.

  Background:
    Given the server has sent the device:
      | Add | ./Test/a   |     | node |
      | Add | ./Test/a/b | one |      |

  @GFO-ACL-001
  Scenario: A list that was not set is empty
    When the server sends the device:
      | Get | ./Test/a/b?prop=ACL |
    Then the Gets bring:
      | ./Test/a/b?prop=ACL | (empty) |

  @GFO-ACL-002
  Scenario: A list is set as a whole
    Given the server has sent the device:
      | Replace | ./Test/a/b?prop=ACL | Get=*&Replace=me |
      | Replace | ./Test/a/b?prop=ACL | Get=me           |
    When the server sends the device:
      | Get | ./Test/a/b?prop=ACL |
    Then the Gets bring:
      | ./Test/a/b?prop=ACL | Get=me |

  @GFO-ACL-003
  Scenario: What the list does not grant is refused, and not done
    Given the server has sent the device:
      | Replace | ./Test/a/b?prop=ACL | Get=me |
    When the server sends the device:
      | Replace | ./Test/a/b | two |
      | Delete  | ./Test/a/b |     |
      | Get     | ./Test/a/b |     |
    Then the statuses are:
      | Replace | ./Test/a/b | PERMISSION_DENIED (425) |
      | Delete  | ./Test/a/b | PERMISSION_DENIED (425) |
      | Get     | ./Test/a/b | OK (200)                |
    And the Gets bring:
      | ./Test/a/b | one |

  @GFO-ACL-003
  Scenario: A list for another server grants nothing
    Given the server has sent the device:
      | Replace | ./Test/a/b?prop=ACL | Get=com.example.nobody |
    When the server sends the device:
      | Get | ./Test/a/b |
    Then the statuses are:
      | Get | ./Test/a/b | PERMISSION_DENIED (425) |
    And the Gets bring:
      | ./Test/a/b | (absent) |

  @GFO-ACL-004
  Scenario: A leaf without a list has that of its parent
    Given the server has sent the device:
      | Replace | ./Test/a?prop=ACL | Get=*&Replace=me |
    When the server sends the device:
      | Replace | ./Test/a/b | two |
      | Delete  | ./Test/a/b |     |
    Then the statuses are:
      | Replace | ./Test/a/b | OK (200)                |
      | Delete  | ./Test/a/b | PERMISSION_DENIED (425) |

  @GFO-ACL-005
  Scenario: A list of its own is not mixed with that of the parent
    Given the server has sent the device:
      | Replace | ./Test/a?prop=ACL   | Get=*&Replace=me&Delete=me |
      | Replace | ./Test/a/b?prop=ACL | Get=me                     |
    When the server sends the device:
      | Delete | ./Test/a/b |
    Then the statuses are:
      | Delete | ./Test/a/b | PERMISSION_DENIED (425) |

  @GFO-ACL-006
  Scenario: Who may Replace at the parent changes the list of a leaf
    Given the server has sent the device:
      | Replace | ./Test/a/b?prop=ACL | Get=com.example.nobody |
    When the server sends the device:
      | Replace | ./Test/a/b?prop=ACL | Get=me |
    Then the statuses are:
      | Replace | ./Test/a/b?prop=ACL | OK (200) |
    And the device now has:
      | ./Test/a/b | one |

  @GFO-ACL-007
  Scenario Outline: "<value>" is no list
    When the server sends the device:
      | Replace | ./Test/a/b?prop=ACL | <value> |
      | Get     | ./Test/a/b?prop=ACL |         |
    Then the statuses are:
      | Replace | ./Test/a/b?prop=ACL | a refusal |
    And the Gets bring:
      | ./Test/a/b?prop=ACL | (empty) |

    Examples:
      | value        |
      | Get          |
      | Explode=*    |
      | Get=a b      |
      | Get=*&&Add=* |

  @GFO-ACL-008
  Scenario: An asterisk grants a command to every server
    Given the server has sent the device:
      | Replace | ./Test/a/b?prop=ACL | Get=*&Replace=* |
    When the server sends the device:
      | Replace | ./Test/a/b | two |
      | Get     | ./Test/a/b |     |
    Then the statuses are:
      | Replace | ./Test/a/b | OK (200) |
      | Get     | ./Test/a/b | OK (200) |
