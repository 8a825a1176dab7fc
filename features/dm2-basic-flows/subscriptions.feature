@role-dm-client
Feature: SUB and UNSUB
  A subscription sends what changed to the repository, until it is revoked.

  @DM2-SUB-001
  Scenario: A change of what was subscribed is sent
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    When the DM Server sends the DM Client:
      | SUB  | repository/news  | Lamp/hall/Level |
      | HGET | repository/level | Lamp/hall/Level |
    Then the results are:
      | SUB  | repository/news  | OK (200) |
      | HGET | repository/level | OK (200) |
    And the repository received:
      | GET | level |                 |    |
      | PUT | news  | Lamp/hall/Level | 75 |

  @DM2-SUB-002
  Scenario: A subscription lasts beyond its session
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    And the DM Server has sent the DM Client:
      | SUB | repository/news | Lamp/hall/ |
    And the DM Client starts a session
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/hall/Level |
    Then the repository received:
      | GET | level |            |                                         |
      | PUT | news  | Lamp/hall/ | {"Level":75,"Name":"Hall","Effects":{}} |

  @DM2-SUB-003
  Scenario: After UNSUB nothing is sent
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    And the DM Server has sent the DM Client:
      | SUB | repository/news | Lamp/hall/Level |
    And the DM Client starts a session
    When the DM Server sends the DM Client:
      | UNSUB | Lamp/hall/Level  |                 |
      | HGET  | repository/level | Lamp/hall/Level |
    Then the results are:
      | UNSUB | Lamp/hall/Level  | OK (200) |
      | HGET  | repository/level | OK (200) |
    And the repository received:
      | GET | level |  |  |

  @DM2-SUB-004 @DM2-SUB-005
  Scenario: What is not there cannot be subscribed, nor what was not subscribed revoked
    When the DM Server sends the DM Client:
      | SUB   | repository/news | DevInfo//Nowhere |
      | UNSUB | DevInfo//FwV    |                  |
    Then the results are:
      | SUB   | repository/news | NOT_FOUND (404) |
      | UNSUB | DevInfo//FwV    | NOT_FOUND (404) |

  @DM2-SUB-006
  Scenario: The subscription that came last counts
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    When the DM Server sends the DM Client:
      | SUB  | repository/old   | Lamp/hall/Level |
      | SUB  | repository/new   | Lamp/hall/Level |
      | HGET | repository/level | Lamp/hall/Level |
    Then the repository received:
      | GET | level |                 |    |
      | PUT | new   | Lamp/hall/Level | 75 |

  @DM2-SUB-007
  Scenario: What is gone is sent as an empty list
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    When the DM Server sends the DM Client:
      | SUB    | repository/news | Lamp/hall/ |
      | DELETE | Lamp/hall/      |            |
    Then the repository received:
      | PUT | news | (nothing) |  |

  @DM2-SUB-008
  Scenario: A change elsewhere, and one that failed, are no news
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    And the repository offers:
      | level | Lamp/desk/Level | 75 |
    When the DM Server sends the DM Client:
      | SUB    | repository/news    | Lamp/hall/      |
      | HGET   | repository/level   | Lamp/desk/Level |
      | DELETE | Lamp/hall/Nowhere  |                 |
      | HGET   | repository/nowhere | Lamp/hall/Level |
    Then the repository received:
      | GET | level   |  |  |
      | GET | nowhere |  |  |

  @DM2-SUB-009
  Scenario: SUB with a host that is not allowed is refused as such
    When the DM Server sends the DM Client:
      | SUB | forbidden/news | DevInfo//FwV |
    Then the results are:
      | SUB | forbidden/news | FORBIDDEN (403) |
