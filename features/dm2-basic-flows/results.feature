@role-dm-client
Feature: How a client performs commands and reports
  B.1 steps 6 and 7, B.2 steps 8 and 9: in their order, one status for each, and one that fails stops no other.

  @DM2-RES-001 @DM2-RES-002
  Scenario: Each command has one status, in its place
    When the DM Server sends the DM Client:
      | HPUT   | repository/a | DevInfo//FwV |
      | DELETE | Nothing//    |              |
      | HPUT   | repository/b | DevInfo//SwV |
      | HPOST  | repository/c | DevInfo//HwV |
      | HPUT   | repository/d | Nothing//    |
    Then the results are:
      | HPUT   | repository/a | OK (200)  |
      | DELETE | Nothing//    | a refusal |
      | HPUT   | repository/b | OK (200)  |
      | HPOST  | repository/c | OK (200)  |
      | HPUT   | repository/d | a refusal |

  @DM2-RES-003
  Scenario: Package 3 says what it is
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then package 3 has:
      | media type | application/vnd.oma.dm.response+json |

  @DM2-RES-004
  Scenario: Package 3 starts nothing
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then package 3 has:
      | start alerts | 0 |

  @DM2-CMD-004
  Scenario: Commands are performed in their order
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | one | Lamp/hall/Level | 1 |
      | two | Lamp/hall/Level | 2 |
    When the DM Server sends the DM Client:
      | HPUT | repository/first  | Lamp/hall/Level |
      | HGET | repository/one    | Lamp/hall/Level |
      | HPUT | repository/second | Lamp/hall/Level |
      | HGET | repository/two    | Lamp/hall/Level |
      | HPUT | repository/third  | Lamp/hall/Level |
    Then the repository received:
      | PUT | first  | Lamp/hall/Level | 40 |
      | GET | one    |                 |    |
      | PUT | second | Lamp/hall/Level | 1  |
      | GET | two    |                 |    |
      | PUT | third  | Lamp/hall/Level | 2  |

  @DM2-CMD-005
  Scenario: A command that fails does not keep the others from being performed
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    When the DM Server sends the DM Client:
      | HGET   | repository/level   | Lamp/hall/Level |
      | HGET   | repository/nowhere | Lamp/hall/Name  |
      | DELETE | Lamp/desk/         |                 |
    Then the results are:
      | HGET   | repository/level   | OK (200)  |
      | HGET   | repository/nowhere | a refusal |
      | DELETE | Lamp/desk/         | OK (200)  |
    And the tree now has:
      | Lamp/hall/ | {"Level":75,"Name":"Hall","Effects":{}} |
      | Lamp/desk/ | (absent)                                |

  @DM2-CMD-006
  Scenario Outline: <verb> <why> changes nothing
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    When the DM Server sends the DM Client:
      | <verb> | <first> | <second> |
    Then the results are:
      | <verb> | <first> | a refusal |
    And the tree is as before

    Examples:
      | verb   | why                          | first              | second            |
      | HGET   | of what the repository lacks | repository/nowhere | Lamp/hall/Level   |
      | HGET   | to a place without a parent  | repository/level   | Lamp/hall/No/Such |
      | DELETE | of a permanent node          | DevInfo//          |                   |
      | DELETE | of what is not there         | Lamp/hall/Nowhere  |                   |

  @DM2-CMD-007
  Scenario Outline: The verb <verb> is not known
    When the DM Server sends the DM Client:
      | <verb> | DevInfo//FwV |              |
      | HPUT   | repository/a | DevInfo//FwV |
    Then the results are:
      | <verb> | DevInfo//FwV | NOT_IMPLEMENTED (501) |
      | HPUT   | repository/a | OK (200)              |

    Examples:
      | verb    |
      | REPLACE |
      | get     |

  @DM2-CMD-008
  Scenario Outline: <verb> with <what> does not fit
    When the DM Server sends the DM Client:
      | <verb> | <first>      | <second>     | <third> |
      | HPUT   | repository/a | DevInfo//FwV |         |
    Then the results are:
      | <verb> | <first>      | BAD_REQUEST (400) |
      | HPUT   | repository/a | OK (200)          |

    Examples:
      | verb   | what                 | first        | second       | third        |
      | HGET   | no argument          |              |              |              |
      | HGET   | three arguments      | repository/x | DevInfo//FwV | DevInfo//SwV |
      | HPUT   | one argument         | repository/x |              |              |
      | DELETE | no argument          |              |              |              |
      | DELETE | two arguments        | Nothing//    | Nothing//    |              |
      | EXEC   | an empty address     | (empty)      |              |              |
      | CONT   | no argument          |              |              |              |
      | HPUT   | an empty destination | (empty)      | DevInfo//FwV |              |

  @DM2-CMD-010
  Scenario: An object of another server is refused
    When the DM Server sends the DM Client:
      | HPUT   | repository/x       | the foreign object |
      | DELETE | the foreign object |                    |
    Then the results are:
      | HPUT   | repository/x       | FORBIDDEN (403) |
      | DELETE | the foreign object | FORBIDDEN (403) |

  @DM2-CMD-011
  Scenario: An object of another server is not read
    When the DM Server sends the DM Client:
      | HPUT  | repository/x | the foreign object |
      | HPOST | repository/x | the foreign object |
    Then the results are:
      | HPUT  | repository/x | a refusal |
      | HPOST | repository/x | a refusal |
    And the repository received nothing
