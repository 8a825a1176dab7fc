@role-dm-client
Feature: DELETE and GET
  What is removed is gone with everything below it; what is asked for comes back in package 3.

  @DM2-DEL-001
  Scenario: DELETE removes a node with everything below it
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{"glow":{"Kind":"fade","Speed":3}}} |
    When the DM Server sends the DM Client:
      | DELETE | Lamp/hall/Effects/glow |
    Then the results are:
      | DELETE | Lamp/hall/Effects/glow | OK (200) |
    And the tree now has:
      | Lamp/hall/ | {"Level":40,"Name":"Hall","Effects":{}} |

  @DM2-DEL-002
  Scenario: DELETE of the root removes the instance
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    When the DM Server sends the DM Client:
      | DELETE | Lamp/desk/ |
    Then the tree now has:
      | Lamp/desk/ | (absent)                                |
      | Lamp/hall/ | {"Level":40,"Name":"Hall","Effects":{}} |

  @DM2-DEL-003
  Scenario Outline: The permanent <address> stays
    When the DM Server sends the DM Client:
      | DELETE | <address> |
    Then the results are:
      | DELETE | <address> | a refusal |
    And the tree is as before

    Examples:
      | address        |
      | DevInfo//      |
      | DevInfo//DevID |
      | DevInfo//Man   |

  @DM2-DEL-004
  Scenario Outline: DELETE of the permanent <address> is not allowed
    When the DM Server sends the DM Client:
      | DELETE | <address> |
    Then the results are:
      | DELETE | <address> | METHOD_NOT_ALLOWED (405) |

    Examples:
      | address        |
      | DevInfo//      |
      | DevInfo//DevID |

  @DM2-DEL-005
  Scenario Outline: DELETE of <address> finds nothing
    When the DM Server sends the DM Client:
      | DELETE | <address> |
    Then the results are:
      | DELETE | <address> | NOT_FOUND (404) |

    Examples:
      | address          |
      | DevInfo//Nowhere |
      | Nothing//        |

  @DM2-DEL-006
  Scenario: DELETE with a wildcard removes all places
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{"glow":{"Speed":3},"blink":{"Speed":9}}} |
    When the DM Server sends the DM Client:
      | DELETE | Lamp/hall/Effects/* |
    Then the results are:
      | DELETE | Lamp/hall/Effects/* | OK (200) |
    And the tree now has:
      | Lamp/hall/ | {"Level":40,"Name":"Hall","Effects":{}} |

  @DM2-DEL-007
  Scenario: DELETE of the effect that blinks
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{"a":{"Kind":"fade"},"b":{"Kind":"blink"}}} |
    When the DM Server sends the DM Client:
      | DELETE | Lamp/hall/Effects/(x)?nv=(x)/Kind:blink |
    Then the results are:
      | DELETE | Lamp/hall/Effects/(x)?nv=(x)/Kind:blink | OK (200) |
    And the tree now has:
      | Lamp/hall/Effects | {"a":{"Kind":"fade"}} |

  @DM2-GET-001
  Scenario: GET brings the value of a leaf
    When the DM Server sends the DM Client:
      | GET | DevInfo//DevID |
    Then the results bring:
      | DevInfo//DevID | (its own name) |

  @DM2-GET-002
  Scenario: GET brings a sub-tree
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{"glow":{"Kind":"fade","Speed":3}}} |
    When the DM Server sends the DM Client:
      | GET | Lamp/hall/ |
    Then the results bring:
      | Lamp/hall/ | {"Level":40,"Name":"Hall","Effects":{"glow":{"Kind":"fade","Speed":3}}} |

  @DM2-GET-003
  Scenario: GET with a wildcard brings one object for each place
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    When the DM Server sends the DM Client:
      | GET | Lamp/*/Level |
    Then the results bring:
      | Lamp/hall/Level | 40 |
      | Lamp/desk/Level | 10 |

  @DM2-GET-004
  Scenario: GET of nothing finds nothing
    When the DM Server sends the DM Client:
      | GET | DevInfo//Nowhere |
      | GET | Nothing//        |
    Then the results are:
      | GET | DevInfo//Nowhere | NOT_FOUND (404) |
      | GET | Nothing//        | NOT_FOUND (404) |

  @DM2-GET-005
  Scenario: GET of what has not changed brings nothing
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    When the DM Server sends the DM Client:
      | GET | Lamp/hall/ with its cv |
    Then the results are:
      | GET | Lamp/hall/ with its cv | NOT_MODIFIED (304) |

  @DM2-GET-005
  Scenario: GET of what has changed brings it
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    When the DM Server sends the DM Client:
      | HGET | repository/level       | Lamp/hall/Level |
      | GET  | Lamp/hall/ with its cv |                 |
    Then the results bring:
      | Lamp/hall/ | {"Level":75,"Name":"Hall","Effects":{}} |
