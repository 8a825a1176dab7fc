@role-dm-server
Feature: What the server does to fan commands out
  Clause 8.X, steps 2 and 3, with the server under test and the tester as its gateway. The server is told what to fan
  out and to which group; nodes may be set in any order, in one session or several.

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway

  @GFO-SET-008 @GFO-EXE-016
  Scenario: Both nodes are set before Start, and Start is executed once
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then ToBeFannedOut and TargetGroupRef were set before Start
    And the server executed Start 1 time

  @GFO-SET-009
  Scenario: ToBeFannedOut holds one command
    When the server fans out to "pumps":
      | Exec | ./Pump/Restart |
    Then ToBeFannedOut holds, before Start:
      | Exec | ./Pump/Restart |

  @GFO-SET-009
  Scenario: ToBeFannedOut holds several commands in their order
    When the server fans out to "pumps":
      """
      <Replace><CmdID>1</CmdID><Item><Target><LocURI>./Pump/State</LocURI></Target><Data>on</Data></Item></Replace>
      <Atomic><CmdID>2</CmdID>
        <Add><CmdID>3</CmdID><Item><Target><LocURI>./Pump/Mode</LocURI></Target><Data>a &lt; b &amp; c</Data></Item></Add>
      </Atomic>
      <Get><CmdID>4</CmdID><Item><Target><LocURI>./Pump/Name</LocURI></Target></Item></Get>
      """
    Then ToBeFannedOut holds, before Start:
      | Replace      | ./Pump/State | on        |
      | Atomic > Add | ./Pump/Mode  | a < b & c |
      | Get          | ./Pump/Name  |           |

  @GFO-SET-010
  Scenario: TargetGroupRef names the group that was meant
    Given device "d3" in the group "valves" on the gateway
    When the server fans out to "valves":
      | Get | ./Pump/Name |
    Then TargetGroupRef names the group "valves" before Start

  @GFO-SET-011
  Scenario: Values that are there already are replaced
    Given the gateway has values in its nodes already
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then ToBeFannedOut and TargetGroupRef were set before Start
    And the server executed Start 1 time

  @GFO-SET-012
  Scenario: Where the nodes are not there the server adds them, or starts nothing
    Given the gateway has no nodes yet
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then the server adds the nodes, or executes no Start

  @GFO-SET-013
  Scenario: Where a node cannot be set Start is not executed
    Given the gateway refuses Replace with COMMAND_FAILED (500)
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then the server executed Start 0 times

  @GFO-EXE-017
  Scenario: Start has a Correlator
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then Start of the server has a Correlator

  @GFO-EXE-019
  Scenario Outline: The server takes <status> for an accepted Start
    Given the gateway answers Start with <status>
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server executed Start 1 time
    And the server answered the alert
    And the server got the results

    Examples:
      | status                        |
      | ACCEPTED_FOR_PROCESSING (202) |
      | OK (200)                      |

  @GFO-EXE-018
  Scenario Outline: Where Start is refused with <status> the server gets no results and goes on
    Given the gateway answers Start with <status>
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server got no results
    And the server goes on

    Examples:
      | status                    |
      | NOT_FOUND (404)           |
      | COMMAND_NOT_ALLOWED (405) |
      | COMMAND_FAILED (500)      |

  @GFO-CON-006
  Scenario: Two fan-outs in a row do not mix
    Given device "d3" in the group "valves" on the gateway
    And the gateway alerts after 5 seconds
    And the server has fanned out to "pumps":
      | Get | ./Pump/Name |
    When the server fans out to "valves":
      | Get | ./Pump/State |
    Then the server executed Start 2 times
    And ToBeFannedOut and TargetGroupRef were set before Start
    And the server got the results of both fan-outs
