@role-dm-gateway
Feature: The alert, and the Get of the aggregate
  Clause 8.X, step 7. The document leaves the structure of the alert to another change request; the registry of OMNA
  has its type. The URL is a SHOULD, and its spelling is free as long as a Get of it answers.

  Background:
    Given devices "d1", "d2", "d3" in the group "pumps" on the gateway

  @GFO-AGG-001 @GFO-AGG-002
  Scenario: The server is alerted once, when the last device has answered
    Given "d2" answers after 5 seconds
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then the server is alerted once, after every device has answered

  @GFO-AGG-001
  Scenario: Before the last device has answered no alert comes
    Given "d2" answers after 10 seconds
    And the server has fanned out to "pumps":
      | Replace | ./Pump/State | on |
    When 5 seconds go by
    Then the server is not alerted yet

  @GFO-AGG-003
  Scenario: The alert is a generic alert with Type and Format
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the alert has:
      | Code   | 1226  |
      | Type   | (any) |
      | Format | (any) |

  @GFO-AGG-004
  Scenario: The type of the alert is that of aggregated results
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the alert has:
      | Type | urn:oma:at:oma-gwmo:resultaggregation:1.0 |

  @GFO-AGG-005 @GFO-AGG-006
  Scenario: The alert names the results, and they can be got
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the alert names the results
    And the results hold one pair per device

  @GFO-AGG-007
  Scenario: Where a device stays silent the alert comes when the time is over
    Given "d3" never connects
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server is alerted once, after the time limit
    And the alert names the results

  @GFO-AGG-008
  Scenario: The alert repeats the Correlator of the Exec
    Given the server sets ToBeFannedOut to:
      | Get | ./Pump/Name |
    And the server sets TargetGroupRef to the group "pumps"
    When the server executes Start with the correlator "job 17"
    Then Start is accepted
    And the alert has:
      | Correlator | job 17 |

  @GFO-AGG-009
  Scenario: Without a Correlator the alert has none of another Exec
    Given the server sets ToBeFannedOut to:
      | Get | ./Pump/Name |
    And the server sets TargetGroupRef to the group "pumps"
    And the server executes Start with the correlator "job 17"
    And the server has been alerted
    When the server executes Start without a correlator
    Then Start is accepted
    And the alert has:
      | Correlator | not job 17 |

  @GFO-AGG-011
  Scenario: An alert that the server did not answer comes again
    Given the server drops the connection to the first alert
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the gateway sends the alert again
    And the alert names the results

  @GFO-AGG-012
  Scenario: An alert that the server answered does not come again
    Given the server has fanned out to "pumps":
      | Get | ./Pump/Name |
    And the server has been alerted
    When the time limit for devices is over
    Then the server is alerted once
