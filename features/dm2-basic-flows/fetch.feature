@role-dm-client @ics-dm2.testObject
Feature: Data come by HGET
  What is fetched replaces what is there, or is added to a parent that is there; wholly, or not at all.

  Background:
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{"glow":{"Kind":"fade","Speed":3}}} |

  @DM2-FET-001 @DM2-URI-002
  Scenario: A leaf is replaced
    Given the repository offers:
      | level | Lamp/hall/Level | 75 |
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/hall/Level |
    Then the results are:
      | HGET | repository/level | OK (200) |
    And the tree now has:
      | Lamp/hall/ | {"Level":75,"Name":"Hall","Effects":{"glow":{"Kind":"fade","Speed":3}}} |

  @DM2-FET-002
  Scenario: A sub-tree is added to a parent that is there
    Given the repository offers:
      | blink | Lamp/hall/Effects/blink | {"Kind":"blink","Speed":9} |
    When the DM Server sends the DM Client:
      | HGET | repository/blink | Lamp/hall/Effects/blink |
    Then the tree now has:
      | Lamp/hall/Effects/blink | {"Kind":"blink","Speed":9} |
      | Lamp/hall/Effects/glow  | {"Kind":"fade","Speed":3}  |

  @DM2-FET-005
  Scenario: Nodes that are not in the data are gone
    Given the repository offers:
      | effects | Lamp/hall/Effects | {"blink":{"Kind":"blink"}} |
    When the DM Server sends the DM Client:
      | HGET | repository/effects | Lamp/hall/Effects |
    Then the tree now has:
      | Lamp/hall/Effects | {"blink":{"Kind":"blink"}} |

  @DM2-FET-003
  Scenario: Without ClientURI the data say where they go
    Given the repository offers:
      | both | Lamp/hall/Level | 5         |
      | both | Lamp/hall/Name  | "Landing" |
    When the DM Server sends the DM Client:
      | HGET | repository/both |  |
    Then the results name:
      | Lamp/hall/Level |
      | Lamp/hall/Name  |
    And the tree now has:
      | Lamp/hall/Level | 5         |
      | Lamp/hall/Name  | "Landing" |

  @DM2-FET-004
  Scenario: A new instance gets its MIID from the client
    Given the repository offers:
      | kitchen | Lamp/kitchen/ | {"Level":1,"Name":"Kitchen","Effects":{}} |
    When the DM Server sends the DM Client:
      | HGET | repository/kitchen |  |
    Then the results name:
      | Lamp/kitchen/ |
    And the tree now has:
      | Lamp/kitchen/ | {"Level":1,"Name":"Kitchen","Effects":{}} |

  @DM2-FET-006
  Scenario: Of several objects all are put in place, or none
    Given the repository offers:
      | both | Lamp/hall/Level   | 5 |
      | both | Lamp/hall/No/Such | 6 |
    When the DM Server sends the DM Client:
      | HGET | repository/both |  |
    Then the results are:
      | HGET | repository/both | a refusal |
    And the tree is as before

  @DM2-FET-007
  Scenario: A leaf comes as text
    Given the repository offers:
      | name | text/plain | Höhle |
    When the DM Server sends the DM Client:
      | HGET | repository/name | Lamp/hall/Name |
    Then the results are:
      | HGET | repository/name | OK (200) |
    And the tree now has:
      | Lamp/hall/Name | "Höhle" |

  @DM2-FET-008
  Scenario: A leaf comes as octets
    Given the repository offers:
      | photo | image/png | (20 octets) |
    When the DM Server sends the DM Client:
      | HGET | repository/photo | Lamp/hall/Photo |
    Then the results are:
      | HGET | repository/photo | OK (200) |
    And the tree now has:
      | Lamp/hall/Photo | (20 octets) |

  @DM2-FET-022
  Scenario: A large sub-tree comes whole
    Given the repository offers:
      | large | Lamp/hall/Name | (200000 characters) |
    When the DM Server sends the DM Client:
      | HGET | repository/large | Lamp/hall/Name |
    Then the results are:
      | HGET | repository/large | OK (200) |
    And the tree now has:
      | Lamp/hall/Name | (200000 characters) |

  @DM2-FET-021
  Scenario: Data under their other name are read
    Given the repository offers:
      | level | Lamp/hall/Level | 75 |
    And the repository sends "level" as application/dmmo+json
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/hall/Level |
    Then the results are:
      | HGET | repository/level | OK (200) |

  @DM2-FET-009
  Scenario: Where there is no parent nothing is added
    Given the repository offers:
      | level | Lamp/hall/No/Such | 75 |
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/hall/No/Such |
    Then the results are:
      | HGET | repository/level | NOT_FOUND (404) |

  @DM2-FET-010
  Scenario: A wildcard is no place
    Given the repository offers:
      | level | Lamp/hall/Level | 75 |
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/*/Level |
    Then the results are:
      | HGET | repository/level | BAD_REQUEST (400) |
