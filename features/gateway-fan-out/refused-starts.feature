@role-dm-gateway
Feature: A Start that cannot be is refused
  Clause 8.X says nothing of it. Whichever code, and whether at Start or when the node is set: no device is woken,
  nothing is left below Results, and no alert comes.

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway

  @GFO-EXE-009
  Scenario: A group that is not there
    Given the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    And the server sets TargetGroupRef to "./GwConfig/Groups/nowhere"
    When the server executes Start
    Then Start is refused

  @GFO-EXE-010
  Scenario Outline: A TargetGroupRef of <what>
    Given the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    And the server sets TargetGroupRef to "<reference>"
    When the server executes Start
    Then Start is refused

    Examples:
      | what                    | reference                       |
      | nothing                 |                                 |
      | blanks                  | pumps and valves                |
      | a node that is no group | ./DevInfo/Man                   |
      | a way out of the tree   | ./GwConfig/Groups/../../DevInfo |
      | a foreign address       | http://127.0.0.1/pumps          |

  @GFO-EXE-011
  Scenario: Nothing to be fanned out
    Given the server sets ToBeFannedOut to ""
    And the server sets TargetGroupRef to the group "pumps"
    When the server executes Start
    Then Start is refused

  @GFO-EXE-012
  Scenario Outline: Commands that do not parse: <what>
    Given the server sets ToBeFannedOut to "<text>"
    And the server sets TargetGroupRef to the group "pumps"
    When the server executes Start
    Then Start is refused

    Examples:
      | what               | text                                |
      | no XML             | switch the pump on                  |
      | cut in the middle  | <Get><CmdID>1</CmdID><Item><Target> |
      | an unknown command | <Explode><CmdID>1</CmdID></Explode> |

  @GFO-EXE-013
  Scenario Outline: <what> is nothing that a server may send to a device
    Given the server sets ToBeFannedOut to "<text>"
    And the server sets TargetGroupRef to the group "pumps"
    When the server executes Start
    Then Start is refused

    Examples:
      | what            | text                                                                                                    |
      | A Status        | <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>212</Data></Status> |
      | A generic alert | <Alert><CmdID>1</CmdID><Data>1226</Data><Item><Data>x</Data></Item></Alert>                             |
      | A message       | <SyncML><SyncHdr/><SyncBody/></SyncML>                                                                  |
      | A Put           | <Put><CmdID>1</CmdID><Item><Target><LocURI>./Pump/State</LocURI></Target><Data>on</Data></Item></Put>   |

  @GFO-EXE-015
  Scenario: Entities in the commands are neither expanded nor fetched
    Given the server sets ToBeFannedOut to:
      """
      <!DOCTYPE Replace [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
      <Replace><CmdID>1</CmdID><Item><Target><LocURI>./Pump/Name</LocURI></Target><Data>&b;&f;</Data></Item></Replace>
      """
    And the server sets TargetGroupRef to the group "pumps"
    When the server executes Start
    Then "d1", "d2" executed nothing

  @GFO-EXE-014 @ics-gateway.configuration
  Scenario: A group without devices is refused, or ends at once
    Given a group "empty" without devices on the gateway
    When the server fans out to "empty":
      | Replace | ./Pump/State | on |
    Then Start is refused or ends at once without pairs
    And no device was woken

  @GFO-EXE-020
  Scenario: After a refused Start a good one is accepted
    Given the server sets ToBeFannedOut to "switch the pump on"
    And the server sets TargetGroupRef to the group "pumps"
    And the server executes Start
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then Start is accepted
    And each device executed:
      | Replace | ./Pump/State | on |
    And the server is alerted once
