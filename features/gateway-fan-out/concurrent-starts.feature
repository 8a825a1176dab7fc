@role-dm-gateway
Feature: Two fan-outs at once
  Clause 8.X does not say what a second Start means while one runs. A gateway that takes it keeps both apart; one that
  refuses it brings the first to its end.

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway
    And devices "d3", "d4" in the group "valves" on the gateway

  @GFO-CON-001 @GFO-CON-002
  Scenario: Two fan-outs to two groups have results and alerts of their own
    Given "d1", "d3" answer after 5 seconds
    And the server has fanned out to "pumps":
      | Get | ./Pump/Name |
    When the server fans out to "valves":
      | Get | ./Pump/State |
    Then Start is accepted
    And both fan-outs have results of their own
    And the results of "d3" show "./Pump/State" as "off"
    And the earlier results of "d1" show "./Pump/Name" as "d1"

  @GFO-CON-001 @GFO-CON-003
  Scenario: Two fan-outs to one group reach each device, each once
    Given "d1", "d2" connect after 5 seconds
    And the server has fanned out to "pumps":
      | Exec | ./Pump/Restart |
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then Start is accepted
    And both fan-outs have results of their own
    And over both fan-outs "d1", "d2" executed in any order:
      | Exec | ./Pump/Restart |
      | Get  | ./Pump/Name    |

  @GFO-CON-002
  Scenario: Two Starts in one package are told apart by their Correlators
    Given the server sets ToBeFannedOut to:
      | Get | ./Pump/Name |
    And the server sets TargetGroupRef to the group "pumps"
    When the server executes Start 2 times
    Then both fan-outs have results of their own

  @GFO-CON-004
  Scenario: A device that stays silent in one does not keep the other from its end
    Given "d1" never connects
    And the server has fanned out to "pumps":
      | Get | ./Pump/Name |
    When the server fans out to "valves":
      | Get | ./Pump/Name |
    Then the server is alerted once, after every device has answered
    And the results hold pairs of "d3", "d4" only

  @GFO-CON-005
  Scenario: Whatever becomes of a second Start, the first comes to its end
    Given "d1" answers after 5 seconds
    And the server has fanned out to "pumps":
      | Get | ./Pump/Name |
    When the server executes Start
    Then the earlier fan-out ends with one pair per device
