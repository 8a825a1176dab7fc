@role-dm-gateway
Feature: One pair of results per device
  Clause 8.X, step 6: DeviceID and DeResult, for each device a pair. Where the node of the aggregate stands, and what
  it is called, the alert says.

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway

  @GFO-RES-001 @GFO-RES-002
  Scenario: Each device of the group has a pair
    Given the server has fanned out to "pumps":
      | Get | ./Pump/Name |
    And the server has been alerted
    When the server gets the results
    Then the results hold one pair per device

  @GFO-RES-003
  Scenario: The statuses of several commands stand in their order
    When the server fans out to "pumps":
      | Replace | ./Pump/State   | on |
      | Get     | ./Pump/Nowhere |    |
      | Exec    | ./Pump/Restart |    |
    Then the results of "d1" are:
      | Replace | ./Pump/State   | OK (200)        |
      | Get     | ./Pump/Nowhere | NOT_FOUND (404) |
      | Exec    | ./Pump/Restart | OK (200)        |
    And the results of "d2" are:
      | Replace | ./Pump/State   | OK (200)        |
      | Get     | ./Pump/Nowhere | NOT_FOUND (404) |
      | Exec    | ./Pump/Restart | OK (200)        |

  @GFO-RES-003
  Scenario: The statuses of an Atomic and of what is in it
    Given "d2" refuses Delete with COMMAND_NOT_ALLOWED (405)
    When the server fans out to "pumps":
      | Atomic > Replace | ./Pump/State | on |
      | Atomic > Delete  | ./Pump/Name  |    |
    Then the results of "d1" are:
      | Atomic           |              | OK (200) |
      | Atomic > Replace | ./Pump/State | OK (200) |
      | Atomic > Delete  | ./Pump/Name  | OK (200) |
    And the results of "d2" are:
      | Atomic           |              | ATOMIC_FAILED (507)       |
      | Atomic > Replace | ./Pump/State | ATOMIC_ROLL_BACK_OK (216) |
      | Atomic > Delete  | ./Pump/Name  | COMMAND_NOT_ALLOWED (405) |

  @GFO-RES-004 @GFO-RES-014
  Scenario: The values are those of the device beside which they stand
    When the server fans out to "pumps":
      | Get | ./Pump/Name  |
      | Get | ./Pump/State |
    Then the results of "d1" show "./Pump/Name" as "d1"
    And the results of "d1" show "./Pump/State" as "off"
    And the results of "d2" show "./Pump/Name" as "d2"
    And the results of "d2" show "./Pump/State" as "off"

  @GFO-RES-005
  Scenario Outline: A device that refuses with <status> is reported so
    Given "d2" refuses Replace with <status>
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
      | Get     | ./Pump/Name  |    |
    Then the results of "d1" are:
      | Replace | ./Pump/State | OK (200) |
      | Get     | ./Pump/Name  | OK (200) |
    And the results of "d2" are:
      | Replace | ./Pump/State | <status> |
      | Get     | ./Pump/Name  | OK (200) |

    Examples:
      | status                    |
      | PERMISSION_DENIED (425)   |
      | COMMAND_FAILED (500)      |
      | COMMAND_NOT_ALLOWED (405) |

  @GFO-RES-005
  Scenario: A device that refuses every command has a pair like the others
    Given "d2" refuses every command with COMMAND_FAILED (500)
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
      | Get     | ./Pump/Name  |    |
    Then the server is alerted once, after every device has answered
    And the results hold one pair per device
    And the results of "d2" are:
      | Replace | ./Pump/State | COMMAND_FAILED (500) |
      | Get     | ./Pump/Name  | COMMAND_FAILED (500) |

  @GFO-RES-004
  Scenario: A value with characters that mean something in XML arrives as it is
    When the server fans out to "pumps":
      | Sequence > Replace | ./Pump/Name | <b> & "c" ]]> |
      | Sequence > Get     | ./Pump/Name |               |
    Then the results of "d1" show "./Pump/Name" as '<b> & "c" ]]>'

  @GFO-RES-012
  Scenario: A later fan-out leaves the pairs of an earlier one as they are
    Given the server has fanned out to "pumps":
      | Get | ./Pump/State |
    And the server has been alerted
    When the server fans out to "pumps":
      | Sequence > Replace | ./Pump/State | on |
      | Sequence > Get     | ./Pump/State |    |
    Then both fan-outs have results of their own
    And the results of "d1" show "./Pump/State" as "on"
    And the earlier results of "d1" show "./Pump/State" as "off"

  @GFO-RES-013
  Scenario: Results that are deleted are gone, and others stay
    Given the server has fanned out to "pumps":
      | Get | ./Pump/State |
    And the server has been alerted
    And the server has fanned out to "pumps":
      | Get | ./Pump/State |
    And the server has been alerted
    When the server deletes the results
    Then the status is OK (200)
    And the results are gone
    And the earlier results of "d1" show "./Pump/State" as "off"
