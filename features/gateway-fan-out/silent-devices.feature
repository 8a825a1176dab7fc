@role-dm-gateway
Feature: Devices that are offline, slow, silent, or say too much
  Clause 8.X speaks of "all responses" and not of those that never come. Each such device has a pair that says so, and
  the alert comes when every device has answered or the gateway's time limit is over.

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway

  @GFO-RES-008
  Scenario Outline: A device that <does> has a pair that says that it did not answer
    Given "d2" <conduct>
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
      | Get     | ./Pump/Name  |    |
    Then the server is alerted once, after the time limit
    And the results hold one pair per device
    And the results of "d1" show "./Pump/Name" as "d1"
    And the results of "d2" say that it did not answer

    Examples:
      | does                         | conduct                              |
      | is offline                   | is offline                           |
      | never connects               | never connects                       |
      | breaks off before its answer | drops the connection after 0 answers |
      | answers after the time limit | answers after the time limit         |

  @GFO-RES-009
  Scenario: What a device answered before it broke off is kept
    Given "d2" drops the connection after 1 answer
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
      | Get     | ./Pump/Name  |    |
    Then the results hold one pair per device
    And the results of "d2" are:
      | Replace | ./Pump/State | OK (200)  |
      | Get     | ./Pump/Name  | a refusal |

  @GFO-RES-010
  Scenario Outline: A device that <conduct> has a pair that says so
    Given "d2" <conduct>
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server is alerted once
    And the results hold one pair per device
    And the results of "d2" say that it did not authenticate

    Examples:
      | conduct                 |
      | sends wrong credentials |
      | sends no credentials    |

  @GFO-RES-006
  Scenario: A device that answers twice has one pair
    Given "d2" answers twice
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server is alerted once
    And the results hold one pair per device

  @GFO-RES-007
  Scenario: Of two answers the first one counts
    Given "d2" answers twice
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server is alerted once
    And the results of "d2" show "./Pump/Name" as "d2"

  @GFO-RES-015
  Scenario: An answer that comes after the alert does not change the aggregate
    Given "d2" is offline
    And the server has fanned out to "pumps":
      | Get | ./Pump/Name |
    And the server has been alerted
    When "d2" connects by itself
    Then the results hold one pair per device
    And the results of "d2" say that it did not answer

  @GFO-AGG-007
  Scenario: Where all devices are offline the alert comes all the same
    Given "d1", "d2" are offline
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server is alerted once, after the time limit
    And the results hold one pair per device

  @GFO-DEV-007
  Scenario: A device that aborts its session is done with
    Given "d2" aborts the session
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server is alerted once
    And the results hold one pair per device
    And the results of "d1" show "./Pump/Name" as "d1"

  @GFO-RES-001
  Scenario: A slow device has the pair of its late answer
    Given "d2" answers after 5 seconds
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server is alerted once, after every device has answered
    And the results of "d2" show "./Pump/Name" as "d2"
