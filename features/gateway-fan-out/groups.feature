@role-dm-gateway
Feature: Device groups on the gateway
  Clause 8.X, step 1: a group has been created on the gateway. Who creates it is not said; here the server does, in
  ./GwConfig. Membership is what it is when Start is executed.

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway

  @GFO-PRE-001
  Scenario: A group that was created can be the target of a fan-out
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then Start is accepted
    And each device executed:
      | Replace | ./Pump/State | on |

  @GFO-PRE-002
  Scenario: A device in two groups belongs to each of them
    Given devices "d2", "d3" in the group "valves" on the gateway
    When the server fans out to "valves":
      | Replace | ./Pump/State | on |
    Then "d2", "d3" executed:
      | Replace | ./Pump/State | on |
    And the results hold pairs of "d2", "d3" only

  @GFO-PRE-003
  Scenario: A device that left the group is not asked
    Given devices "d3" in the group "pumps" on the gateway
    And "d2" leaves the group "pumps"
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then "d1", "d3" executed:
      | Replace | ./Pump/State | on |
    And "d2" was not woken
    And the results hold pairs of "d1", "d3" only

  @GFO-PRE-004
  Scenario: A device that joined after TargetGroupRef was set is asked
    Given a device "d3" on the gateway in no group
    And the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    And the server sets TargetGroupRef to the group "pumps"
    And "d3" joins the group "pumps"
    When the server executes Start
    Then "d1", "d2", "d3" executed:
      | Replace | ./Pump/State | on |
    And the results hold pairs of "d1", "d2", "d3" only

  @GFO-PRE-005
  Scenario: A device of another group is not asked
    Given device "d3" in the group "valves" on the gateway
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then "d1", "d2" executed:
      | Replace | ./Pump/State | on |
    And "d3" was not woken
    And the results hold pairs of "d1", "d2" only

  @GFO-PRE-005 @ics-gateway.configuration
  Scenario: A device in no group is not asked
    Given a device "d3" on the gateway in no group
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then "d1", "d2" executed:
      | Replace | ./Pump/State | on |
    And "d3" was not woken

  @GFO-PRE-006
  Scenario: A device that joins while the fan-out runs is not asked by it
    Given "d2" answers after 5 seconds
    And a device "d3" on the gateway in no group
    And the server has fanned out to "pumps":
      | Replace | ./Pump/State | on |
    When "d3" joins the group "pumps"
    Then the server is alerted once, after every device has answered
    And the results hold pairs of "d1", "d2" only
    And "d3" was not woken

  @GFO-PRE-007
  Scenario Outline: <secret> of a device cannot be read
    When the server sends the gateway:
      | Get | ./GwConfig/Devices/d1/<secret> |
    Then the statuses are:
      | Get | ./GwConfig/Devices/d1/<secret> | a refusal |
    And the Gets bring:
      | ./GwConfig/Devices/d1/<secret> | (absent) |

    Examples:
      | secret       |
      | ClientSecret |
      | ServerSecret |

  @GFO-PRE-008
  Scenario: A group that is there cannot be added again
    When the server sends the gateway:
      | Add | ./GwConfig/Groups/pumps |  | node |
    Then the statuses are:
      | Add | ./GwConfig/Groups/pumps | ALREADY_EXISTS (418) |

  @GFO-PRE-009 @ics-gateway.refusals
  Scenario: A group that was deleted is no target any more, and its devices stay
    Given the server has sent the gateway:
      | Delete | ./GwConfig/Groups/pumps |
    When the server sends the gateway:
      | Get | ./GwConfig/Groups/pumps        |
      | Get | ./GwConfig/Devices/d1/DeviceID |
    Then the statuses are:
      | Get | ./GwConfig/Groups/pumps        | NOT_FOUND (404) |
      | Get | ./GwConfig/Devices/d1/DeviceID | OK (200)        |
