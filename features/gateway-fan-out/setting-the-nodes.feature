@role-dm-gateway
Feature: The server sets what is to be fanned out, and to whom
  Clause 8.X, step 2: ToBeFannedOut and TargetGroupRef, below the root that the target file names.

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway

  @GFO-SET-001
  Scenario: ToBeFannedOut can be set
    When the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    Then the status is OK (200)

  @GFO-SET-002
  Scenario: TargetGroupRef can be set
    When the server sets TargetGroupRef to the group "pumps"
    Then the status is OK (200)

  @GFO-SET-003
  Scenario: The order of the two nodes does not matter
    Given the server sets TargetGroupRef to the group "pumps"
    And the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    When the server executes Start
    Then Start is accepted
    And each device executed:
      | Replace | ./Pump/State | on |

  @GFO-SET-004
  Scenario: Both nodes and Start stand in one Sequence
    When the server sends the gateway:
      | Sequence > Replace | ./SCM/FanOut/ToBeFannedOut  | the command Replace ./Pump/State on | xml |
      | Sequence > Replace | ./SCM/FanOut/TargetGroupRef | the group pumps                     |     |
      | Sequence > Exec    | ./SCM/FanOut/Start          |                                     |     |
    Then the statuses are:
      | Sequence           |                             | OK (200)                                  |
      | Sequence > Replace | ./SCM/FanOut/ToBeFannedOut  | OK (200)                                  |
      | Sequence > Replace | ./SCM/FanOut/TargetGroupRef | OK (200)                                  |
      | Sequence > Exec    | ./SCM/FanOut/Start          | ACCEPTED_FOR_PROCESSING (202) or OK (200) |
    And each device executed:
      | Replace | ./Pump/State | on |

  @GFO-SET-016
  Scenario: Both nodes stand in one Atomic
    Given the server has sent the gateway:
      | Atomic > Replace | ./SCM/FanOut/ToBeFannedOut  | the command Replace ./Pump/State on | xml |
      | Atomic > Replace | ./SCM/FanOut/TargetGroupRef | the group pumps                     |     |
    When the server executes Start
    Then Start is accepted
    And each device executed:
      | Replace | ./Pump/State | on |

  @GFO-SET-005
  Scenario: The value that was set last counts
    Given device "d3" in the group "valves" on the gateway
    And the server sets ToBeFannedOut to:
      | Replace | ./Pump/State | on |
    And the server sets TargetGroupRef to the group "valves"
    And the server sets ToBeFannedOut to:
      | Replace | ./Pump/Speed | 7 | int |
    And the server sets TargetGroupRef to the group "pumps"
    When the server executes Start
    Then "d1", "d2" executed:
      | Replace | ./Pump/Speed | 7 | int |
    And "d3" executed nothing

  @GFO-SET-006
  Scenario: What was set can be read back
    Given the server sets TargetGroupRef to the group "pumps"
    When the server sends the gateway:
      | Get | ./SCM/FanOut/TargetGroupRef |
    Then the Gets bring:
      | ./SCM/FanOut/TargetGroupRef | the group pumps |

  @GFO-SET-007
  Scenario: Several commands, as they are written
    When the server fans out to "pumps":
      """
      <Replace><CmdID>1</CmdID><Item><Target><LocURI>./Pump/State</LocURI></Target><Data>on</Data></Item></Replace>
      <Replace>
        <CmdID>2</CmdID>
        <Item>
          <Target><LocURI>./Pump/Speed</LocURI></Target>
          <Meta><Format xmlns="syncml:metinf">int</Format></Meta>
          <Data>7</Data>
        </Item>
      </Replace>
      <Get><CmdID>3</CmdID><Item><Target><LocURI>./Pump/Name</LocURI></Target></Item></Get>
      """
    Then Start is accepted
    And each device executed:
      | Replace | ./Pump/State | on |     |
      | Replace | ./Pump/Speed | 7  | int |
      | Get     | ./Pump/Name  |    |     |

  @GFO-SET-014
  Scenario Outline: <node> cannot be deleted
    When the server sends the gateway:
      | Delete | <node> |
    Then the statuses are:
      | Delete | <node> | COMMAND_NOT_ALLOWED (405) or PERMISSION_DENIED (425) |

    Examples:
      | node                        |
      | ./SCM/FanOut                |
      | ./SCM/FanOut/ToBeFannedOut  |
      | ./SCM/FanOut/TargetGroupRef |
      | ./SCM/FanOut/Start          |
      | ./SCM/Results               |

  @GFO-SET-014
  Scenario: The nodes are there and cannot be added
    When the server sends the gateway:
      | Add | ./SCM/FanOut/TargetGroupRef | nobody |
    Then the statuses are:
      | Add | ./SCM/FanOut/TargetGroupRef | ALREADY_EXISTS (418) or COMMAND_NOT_ALLOWED (405) |

  @GFO-SET-015
  Scenario: ToBeFannedOut comes in several messages
    Given the server divides objects into parts of 100 characters
    When the server fans out to "pumps":
      | Replace | ./Pump/Name | 300 characters |
    Then Start is accepted
    And each device executed:
      | Replace | ./Pump/Name | 300 characters |
