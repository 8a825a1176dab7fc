@role-dm-client
Feature: Atomic and Sequence
  DM_RepPro 4.1.6.3 and 4.1.6.13: all or nothing, and one after the other.

  Background:
    Given the server has sent the device:
      | Add | ./Test/a | one |

  @GFO-ATM-001
  Scenario: An Atomic that goes well
    When the server sends the device:
      | Atomic > Replace | ./Test/a | two |
      | Atomic > Add     | ./Test/b | two |
    Then the statuses are:
      | Atomic           |          | OK (200) |
      | Atomic > Replace | ./Test/a | OK (200) |
      | Atomic > Add     | ./Test/b | OK (200) |
    And the device now has:
      | ./Test/a | two |
      | ./Test/b | two |

  @GFO-ATM-002 @GFO-ATM-003
  Scenario: What an Atomic did is undone when a later command fails
    When the server sends the device:
      | Atomic > Replace | ./Test/a       | two |
      | Atomic > Add     | ./Test/b       | two |
      | Atomic > Replace | ./Test/nowhere | two |
    Then the statuses are:
      | Atomic           |                | ATOMIC_FAILED (507)       |
      | Atomic > Replace | ./Test/a       | ATOMIC_ROLL_BACK_OK (216) |
      | Atomic > Add     | ./Test/b       | ATOMIC_ROLL_BACK_OK (216) |
      | Atomic > Replace | ./Test/nowhere | NOT_FOUND (404)           |
    And the device now has:
      | ./Test/a | one      |
      | ./Test/b | (absent) |

  @GFO-ATM-003
  Scenario: A node that an Atomic deleted is there again
    Given the server has sent the device:
      | Add | ./Test/c   |       | node |
      | Add | ./Test/c/d | three |      |
    When the server sends the device:
      | Atomic > Delete | ./Test/c |     |
      | Atomic > Add    | ./Test/a | two |
    Then the statuses are:
      | Atomic          |          | ATOMIC_FAILED (507)       |
      | Atomic > Delete | ./Test/c | ATOMIC_ROLL_BACK_OK (216) |
      | Atomic > Add    | ./Test/a | ALREADY_EXISTS (418)      |
    And the device now has:
      | ./Test/a   | one   |
      | ./Test/c/d | three |

  @GFO-ATM-004
  Scenario: What comes after the command that failed is not executed
    When the server sends the device:
      | Atomic > Replace | ./Test/nowhere | two |
      | Atomic > Replace | ./Test/a       | two |
    Then the statuses are:
      | Atomic           |                | ATOMIC_FAILED (507) |
      | Atomic > Replace | ./Test/nowhere | NOT_FOUND (404)     |
      | Atomic > Replace | ./Test/a       | NOT_EXECUTED (215)  |
    And the device now has:
      | ./Test/a | one |

  @GFO-ATM-005
  Scenario: An Atomic in an Atomic is an error
    When the server sends the device:
      | Atomic > Replace          | ./Test/a | two |
      | Atomic > Atomic > Replace | ./Test/a | two |
    Then the statuses are:
      | Atomic |  | COMMAND_FAILED (500) or ATOMIC_FAILED (507) |
    And the device now has:
      | ./Test/a | one |

  @GFO-ATM-006
  Scenario: A Get in an Atomic is an error
    When the server sends the device:
      | Atomic > Replace | ./Test/a | two |
      | Atomic > Get     | ./Test/a |     |
    Then the statuses are:
      | Atomic |  | COMMAND_FAILED (500) or ATOMIC_FAILED (507) |
    And the device now has:
      | ./Test/a | one |

  @GFO-ATM-007 @GFO-ATM-008
  Scenario: A Sequence is executed in its order
    When the server sends the device:
      | Sequence > Replace | ./Test/a | two   |
      | Sequence > Get     | ./Test/a |       |
      | Sequence > Delete  | ./Test/a |       |
      | Sequence > Add     | ./Test/a | three |
    Then the statuses are:
      | Sequence           |          | OK (200) |
      | Sequence > Replace | ./Test/a | OK (200) |
      | Sequence > Get     | ./Test/a | OK (200) |
      | Sequence > Delete  | ./Test/a | OK (200) |
      | Sequence > Add     | ./Test/a | OK (200) |
    And the Gets bring:
      | ./Test/a | two |
    And the device now has:
      | ./Test/a | three |

  @GFO-ATM-009
  Scenario: A Sequence may hold an Atomic
    When the server sends the device:
      | Sequence > Add              | ./Test/b | two   |
      | Sequence > Atomic > Replace | ./Test/b | three |
      | Sequence > Get              | ./Test/b |       |
    Then the statuses are:
      | Sequence                    |          | OK (200) |
      | Sequence > Add              | ./Test/b | OK (200) |
      | Sequence > Atomic           |          | OK (200) |
      | Sequence > Atomic > Replace | ./Test/b | OK (200) |
      | Sequence > Get              | ./Test/b | OK (200) |
    And the Gets bring:
      | ./Test/b | three |

  @GFO-ATM-010
  Scenario: What a Sequence had done stays when a command of it fails
    When the server sends the device:
      | Sequence > Replace | ./Test/a       | two |
      | Sequence > Replace | ./Test/nowhere | two |
    Then the statuses are:
      | Sequence           |                | OK (200)        |
      | Sequence > Replace | ./Test/a       | OK (200)        |
      | Sequence > Replace | ./Test/nowhere | NOT_FOUND (404) |
    And the device now has:
      | ./Test/a | two |
