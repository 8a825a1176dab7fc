@role-dm-client
Feature: Addresses in the management tree
  Clause 6 of the profile: MOID, instance, path, and what a query may say of them. They are tried with DELETE, HPUT and
  GET, which report what they found.

  @DM2-URI-001
  Scenario: An empty instance is the only one there is
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo//DevID |
    Then the repository received:
      | PUT | info | DevInfo//DevID | (its own name) |

  @DM2-URI-003
  Scenario: An empty instance is none where there are two
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    When the DM Server sends the DM Client:
      | HPUT | repository/level | Lamp//Level |
    Then the results are:
      | HPUT | repository/level | NOT_FOUND (404) |

  @DM2-URI-004
  Scenario: A root is the same with its slash and without
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    When the DM Server sends the DM Client:
      | HPUT | repository/a | Lamp/hall/ |
      | HPUT | repository/b | Lamp/hall  |
    Then the repository received:
      | PUT | a | Lamp/hall/ | {"Level":40,"Name":"Hall","Effects":{}} |
      | PUT | b | Lamp/hall/ | {"Level":40,"Name":"Hall","Effects":{}} |

  @DM2-URI-005
  Scenario: Two conditions of a letter have to hold together
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Same","Effects":{}} |
      | desk | {"Level":10,"Name":"Same","Effects":{}} |
    When the DM Server sends the DM Client:
      | GET | Lamp/(x)/Level?nv=(x)/Name:Same&nv=(x)/Level:10 |
    Then the results bring:
      | Lamp/desk/Level | 10 |

  @DM2-URI-006
  Scenario: Two letters name two places
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{"a":{"Kind":"fade","Speed":3},"b":{"Kind":"blink","Speed":9}}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{"c":{"Kind":"blink","Speed":5}}}                               |
    When the DM Server sends the DM Client:
      | GET | Lamp/(x)/Effects/(y)/Speed?nv=(x)/Name:Hall&nv=(y)/Kind:blink |
    Then the results bring:
      | Lamp/hall/Effects/b/Speed | 9 |

  @DM2-URI-007
  Scenario: A name that is percent-encoded is the name
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{"a b":{"Speed":3},"a":{"Speed":1}}} |
    When the DM Server sends the DM Client:
      | DELETE | Lamp/hall/Effects/a%20b |
    Then the tree now has:
      | Lamp/hall/Effects | {"a":{"Speed":1}} |

  @DM2-URI-008 @DM2-URI-009 @DM2-URI-015
  Scenario Outline: The address <address> is none
    When the DM Server sends the DM Client:
      | DELETE | <address> |
    Then the results are:
      | DELETE | <address> | BAD_REQUEST (400) |

    Examples:
      | address                 |
      | DevInfo//..             |
      | DevInfo//%2E%2E/Man     |
      | DevInfo//./Nowhere      |
      | DevInfo//Nowhere//Below |
      | Nothing                 |
      | Nothing/                |
      | Nothing//A B            |
      | Nothing//Ä              |

  @DM2-URI-010
  Scenario Outline: The query of <address> fits nothing
    When the DM Server sends the DM Client:
      | DELETE | <address> |
    Then the results are:
      | DELETE | <address> | BAD_REQUEST (400) |

    Examples:
      | address                        |
      | Nothing//(x)                   |
      | Nothing//A?nv=(x)/Kind:blink   |
      | Nothing//(x)/(x)?nv=(x)/Kind:a |
      | Nothing//A?zz=1                |
      | Nothing//A?cv=1&cv=2           |

  @DM2-URI-011
  Scenario Outline: An address with <what> is too long
    When the DM Server sends the DM Client:
      | DELETE | Nothing//<what> |
    Then the results are:
      | DELETE | Nothing//<what> | URI_TOO_LONG (414) |

    Examples:
      | what              |
      | (1100 characters) |
      | (40 names)        |

  @DM2-URI-012
  Scenario Outline: With <address> nothing outside of the tree is reached
    When the DM Server sends the DM Client:
      | HPUT | repository/a | <address> |
    Then the results are:
      | HPUT | repository/a | a refusal |
    And the repository received nothing

    Examples:
      | address                            |
      | DevInfo//../../../../../etc/passwd |
      | DevInfo//%2e%2e%2f%2e%2e%2fetc     |
      | /etc/passwd                        |
      | file:///etc/passwd                 |
      | DevInfo//__proto__                 |
      | DevInfo//constructor               |

  @DM2-URI-013
  Scenario Outline: The address <address> names nothing
    When the DM Server sends the DM Client:
      | DELETE | <address> |
    Then the results are:
      | DELETE | <address> | NOT_FOUND (404) |

    Examples:
      | address            |
      | Nothing/x/y        |
      | DevInfo/no-such/   |
      | DevInfo//toString  |
      | DevInfo//Man/Below |

  @DM2-URI-014
  Scenario Outline: The address <address> leads nowhere in the network
    When the DM Server sends the DM Client:
      | HPUT | <address> | DevInfo// |
    Then the results are:
      | HPUT | <address> | BAD_REQUEST (400) |

    Examples:
      | address                          |
      | in/info                          |
      | ftp://files.example/in           |
      | http://user:secret@files.example |
      | file:///etc/passwd               |
