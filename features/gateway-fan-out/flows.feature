@flow
Feature: The fan-out workflow, end to end
  Clause 8.X, steps 1 to 7, with the target in each of the three roles. Devices may be served in any order or at once;
  what one device and the gateway say to each other has its order.

  Scenario Outline: The whole workflow, step by step, with <target> under test
    Given devices "d1", "d2", "d3" in the group "pumps" on the gateway
    When steps 2 and 3: the server fans out to "pumps":
      | Get | ./DevInfo/Man |
      | Get | ./DevInfo/Mod |
    Then step 3: Start is accepted
    And the parties exchanged in this order:
      | the server  | the gateway | set both nodes  |
      | the server  | the gateway | Start           |
      | the gateway | each device | package 0       |
      | each device | the gateway | package 1       |
      | the gateway | each device | the commands    |
      | each device | the gateway | its results     |
      | the gateway | the server  | alert           |
      | the server  | the gateway | get the results |
      | the gateway | the server  | the aggregate   |

    @GFO-FLOW-001 @role-dm-gateway
    Examples:
      | target      |
      | the gateway |

    @GFO-FLOW-002 @role-dm-server
    Examples:
      | target     |
      | the server |

    @GFO-FLOW-003 @role-dm-client
    Examples:
      | target     |
      | the device |

  @GFO-FLOW-001 @GFO-FLOW-004 @role-dm-gateway
  Scenario: Each step has its consequence, and no other
    Given devices "d1", "d2", "d3" in the group "pumps" on the gateway
    When step 2: the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    And step 2: the server sets TargetGroupRef to the group "pumps"
    Then step 2: no device was woken
    When step 3: the server executes Start
    Then step 3: Start is accepted
    And steps 4 and 5: each device executed:
      | Replace | ./Pump/State | on |
    And step 6: the results hold one pair per device
    And step 7: the server is alerted once, after every device has answered
    And step 7: the alert names the results

  @GFO-FLOW-007 @role-dm-gateway
  Scenario: The workflow ends though a device is offline
    Given devices "d1", "d2", "d3" in the group "pumps" on the gateway
    And "d2" is offline
    When steps 2 and 3: the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then step 3: Start is accepted
    And step 5: "d1", "d3" executed:
      | Replace | ./Pump/State | on |
    And step 7: the server is alerted once, after the time limit
    And step 6: the results hold one pair per device

  @GFO-FLOW-005 @role-dm-gateway
  Scenario: The workflow can be gone through twice
    Given devices "d1", "d2", "d3" in the group "pumps" on the gateway
    And the server has fanned out to "pumps":
      | Replace | ./Pump/State | on |
    And the server has been alerted
    When steps 2 and 3: the server fans out to "pumps":
      | Replace | ./Pump/State | off |
    Then step 3: Start is accepted
    And step 5: each device executed:
      | Replace | ./Pump/State | off |
    And step 6: the results hold one pair per device
    And step 7: the server is alerted once, after every device has answered

  @GFO-FLOW-006 @role-dm-server
  Scenario: The server can go through the workflow again with another group
    Given devices "d1", "d2", "d3" in the group "pumps" on the gateway
    And device "d4" in the group "valves" on the gateway
    And the server has fanned out to "pumps":
      | Get | ./Pump/Name |
    And the server has been alerted
    When the server fans out to "valves":
      | Replace | ./Pump/State | on |
    Then step 2: ToBeFannedOut and TargetGroupRef were set before Start
    And step 3: the server executed Start 1 time
    And step 7: the server answered the alert
    And step 7: the server got the results

  @ics-dm.wbxml
  Scenario Outline: The whole workflow in WBXML, with <target> under test
    Given the messages travel in WBXML
    And devices "d1", "d2", "d3" in the group "pumps" on the gateway
    When steps 2 and 3: the server fans out to "pumps":
      | Get | ./DevInfo/Man |
    Then step 3: Start is accepted
    And the parties exchanged in this order:
      | the server  | the gateway | set both nodes  |
      | the server  | the gateway | Start           |
      | the gateway | each device | package 0       |
      | each device | the gateway | package 1       |
      | the gateway | each device | the commands    |
      | each device | the gateway | its results     |
      | the gateway | the server  | alert           |
      | the server  | the gateway | get the results |
      | the gateway | the server  | the aggregate   |

    @GFO-FLOW-001 @role-dm-gateway
    Examples:
      | target      |
      | the gateway |

    @GFO-FLOW-002 @role-dm-server
    Examples:
      | target     |
      | the server |

    @GFO-FLOW-003 @role-dm-client
    Examples:
      | target     |
      | the device |
