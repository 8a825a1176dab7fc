@role-dm-gateway
Feature: Start triggers the fan-out
  Clause 8.X, step 3: Exec on Start. The document does not say how it is answered: 202, since the result comes later
  (200 is tolerated), and Starts that cannot be are refused by whichever code the gateway has for it.

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway

  @GFO-EXE-001 @GFO-EXE-002
  Scenario: Exec on Start is accepted, and fans out
    Given the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    And the server sets TargetGroupRef to the group "pumps"
    When the server executes Start
    Then Start is accepted
    And each device executed:
      | Replace | ./Pump/State | on |

  @GFO-EXE-003
  Scenario: The answer to Exec does not wait for the devices
    Given "d1", "d2" answer after 5 seconds
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then Start is accepted
    And the server is not alerted yet

  @GFO-EXE-004
  Scenario: Without Start nothing is fanned out
    Given the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    When the server sets TargetGroupRef to the group "pumps"
    Then no device was woken
    And the server is not alerted

  @GFO-EXE-005
  Scenario: Start again fans out again
    Given the server has fanned out to "pumps":
      | Replace | ./Pump/State | on |
    And the server has been alerted
    When the server executes Start
    Then Start is accepted
    And each device executed:
      | Replace | ./Pump/State | on |
    And the server is alerted once

  @GFO-EXE-006
  Scenario: Start in an Atomic fans out nothing
    Given the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    And the server sets TargetGroupRef to the group "pumps"
    When the server sends the gateway:
      | Atomic > Exec | ./SCM/FanOut/Start |
    Then the statuses are:
      | Atomic        |                    | a refusal                               |
      | Atomic > Exec | ./SCM/FanOut/Start | none or a refusal or NOT_EXECUTED (215) |
    And no device was woken

  @GFO-EXE-007
  Scenario Outline: <command> of Start is refused
    When the server sends the gateway:
      | <command> | ./SCM/FanOut/Start | <data> |
    Then the statuses are:
      | <command> | ./SCM/FanOut/Start | a refusal |
    And no device was woken

    Examples:
      | command | data |
      | Get     |      |
      | Replace | now  |

  @GFO-EXE-008
  Scenario: Values that are set after Start do not change the fan-out that runs
    Given device "d3" in the group "valves" on the gateway
    And "d1", "d2" connect after 5 seconds
    And the server has fanned out to "pumps":
      | Replace | ./Pump/State | on |
    And the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | broken |
    When the server sets TargetGroupRef to the group "valves"
    Then "d1", "d2" executed:
      | Replace | ./Pump/State | on |
    And "d3" was not woken
    And the server is alerted once, after every device has answered

  @GFO-EXE-021
  Scenario: Exec on a node that is not there is refused
    When the server sends the gateway:
      | Exec | ./SCM/FanOut/Nowhere |
    Then the statuses are:
      | Exec | ./SCM/FanOut/Nowhere | NOT_FOUND (404) |
    And no device was woken
