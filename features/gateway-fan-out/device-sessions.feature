@role-dm-gateway
Feature: A session with each device
  Clause 8.X, steps 4 and 5: the gateway has a session with each device of the group and sends it the commands.

  Background:
    Given devices "d1", "d2", "d3" in the group "pumps" on the gateway

  @GFO-DEV-001 @GFO-DEV-002
  Scenario: Each device gets the commands in a session of its own
    When the server fans out to "pumps":
      | Replace | ./Pump/State   | on |
      | Exec    | ./Pump/Restart |    |
    Then each device had a session of its own
    And each device executed:
      | Replace | ./Pump/State   | on |
      | Exec    | ./Pump/Restart |    |

  @GFO-DEV-003
  Scenario Outline: <group> reaches the devices as such
    When the server fans out to "pumps":
      | <group> > Replace | ./Pump/State | on |     |
      | <group> > Add     | ./Pump/Mode  | 2  | int |
    Then each device executed:
      | <group> > Replace | ./Pump/State | on |     |
      | <group> > Add     | ./Pump/Mode  | 2  | int |

    Examples:
      | group    |
      | Atomic   |
      | Sequence |

  @GFO-DEV-004
  Scenario: A device that connects again after its answer gets nothing more
    Given the server has fanned out to "pumps":
      | Exec | ./Pump/Restart |
    And the server has been alerted
    When "d1" connects by itself
    Then each device executed:
      | Exec | ./Pump/Restart |

  @GFO-DEV-005
  Scenario: The gateway wakes each device
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then "d1", "d2", "d3" were woken

  @GFO-DEV-006
  Scenario: A device that cannot be woken and connects by itself gets the commands
    Given "d1" is offline
    And the server has fanned out to "pumps":
      | Replace | ./Pump/State | on |
    When "d1" connects by itself
    Then each device executed:
      | Replace | ./Pump/State | on |

  @GFO-DEV-007
  Scenario: A device that never connects does not keep the others from being asked
    Given "d1" never connects
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then "d2", "d3" executed:
      | Replace | ./Pump/State | on |
    And the server is not alerted yet

  @GFO-DEV-008
  Scenario: Twelve devices are served
    Given 12 devices in the group "many" on the gateway
    When the server fans out to "many":
      | Get | ./Pump/Name |
    Then the server is alerted once, after every device has answered
    And the results hold one pair per device

  @GFO-DEV-015
  Scenario: Identifiers of commands are unique, whatever stands in ToBeFannedOut
    When the server fans out to "pumps":
      """
      <Get><CmdID>1</CmdID><Item><Target><LocURI>./Pump/State</LocURI></Target></Item></Get>
      <Get><CmdID>2</CmdID><Item><Target><LocURI>./Pump/Speed</LocURI></Target></Item></Get>
      <Sequence><CmdID>3</CmdID>
        <Get><CmdID>4</CmdID><Item><Target><LocURI>./Pump/Name</LocURI></Target></Item></Get>
      </Sequence>
      """
    Then each device executed:
      | Get            | ./Pump/State |
      | Get            | ./Pump/Speed |
      | Sequence > Get | ./Pump/Name  |
    And every message of the gateway has:
      | CmdID | unique and never 0 |

  @GFO-DEV-016
  Scenario: An answer in three messages is gathered whole
    Given "d1" divides its package into 3 messages
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
      | Get     | ./Pump/Name  |    |
      | Get     | ./Pump/Speed |    |
    Then the server is alerted once, after every device has answered
    And the results of "d1" are:
      | Replace | ./Pump/State | OK (200) |
      | Get     | ./Pump/Name  | OK (200) |
      | Get     | ./Pump/Speed | OK (200) |
    And the results of "d1" show "./Pump/Speed" as "1"

  @GFO-DEV-017
  Scenario: A device that cannot be reached at first is woken again
    Given "d2" is offline for the first 1 package 0
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then each device executed:
      | Replace | ./Pump/State | on |
    And the server is alerted once, after every device has answered

  @GFO-DEV-018
  Scenario: A device that cannot prove who it is gets no commands
    Given "d2" sends wrong credentials
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
    Then "d1", "d3" executed:
      | Replace | ./Pump/State | on |
    And "d2" executed nothing

  @GFO-DEV-019
  Scenario: Devices that speak XML and WBXML are in one group
    Given "d1" speaks XML
    And "d2" speaks WBXML
    When the server fans out to "pumps":
      | Replace | ./Pump/State | on |
      | Get     | ./Pump/Name  |    |
    Then each device executed:
      | Replace | ./Pump/State | on |
      | Get     | ./Pump/Name  |    |
    And the results of "d1" show "./Pump/Name" as "d1"
    And the results of "d2" show "./Pump/Name" as "d2"
