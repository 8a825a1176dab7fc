@role-dm-client
Feature: Data go by HPUT and HPOST
  Sub-trees as management object data, all that were asked for or none.

  @DM2-SND-001
  Scenario: HPUT sends by PUT
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo//DevID |
    Then the results are:
      | HPUT | repository/info | OK (200) |
    And the repository received:
      | PUT | info | DevInfo//DevID | (its own name) |

  @DM2-SND-002
  Scenario: HPOST sends by POST
    When the DM Server sends the DM Client:
      | HPOST | repository/info | DevInfo//DevID |
    Then the results are:
      | HPOST | repository/info | OK (200) |
    And the repository received:
      | POST | info | DevInfo//DevID | (its own name) |

  @DM2-SND-003 @DM2-SND-013
  Scenario: Several sub-trees travel as one list
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    When the DM Server sends the DM Client:
      | HPUT | repository/both | Lamp/desk/ | Lamp/hall/Level |
    Then the repository received:
      | PUT | both | Lamp/desk/      | {"Level":10,"Name":"Desk","Effects":{}} |
      |     |      | Lamp/hall/Level | 40                                      |

  @DM2-SND-004
  Scenario: A wildcard gives one object for each place
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    When the DM Server sends the DM Client:
      | HPUT | repository/levels | Lamp/*/Level |
    Then the repository received:
      | PUT | levels | Lamp/hall/Level | 40 |
      |     |        | Lamp/desk/Level | 10 |

  @DM2-SND-005
  Scenario: Where one address names nothing, nothing is sent
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo//FwV | DevInfo//Nowhere |
    Then the results are:
      | HPUT | repository/info | a refusal |
    And the repository received nothing

  @DM2-SND-006
  Scenario: One address that names nothing is not found
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo//FwV | DevInfo//Nowhere |
    Then the results are:
      | HPUT | repository/info | NOT_FOUND (404) |

  @DM2-SND-007
  Scenario: What the repository has already is not sent
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    When the DM Server sends the DM Client:
      | HPUT | repository/hall | Lamp/hall/ with its cv |
    Then the results are:
      | HPUT | repository/hall | NOT_MODIFIED (304) |
    And the repository received nothing

  @DM2-SND-008
  Scenario Outline: HPUT of which the repository says <code> has the status <status>
    Given the repository answers "info" with <code>
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the results are:
      | HPUT | repository/info | <status> |

    Examples:
      | code                      | status                    |
      | CREATED (201)             | OK (200)                  |
      | NO_CONTENT (204)          | OK (200)                  |
      | FORBIDDEN (403)           | FORBIDDEN (403)           |
      | SERVICE_UNAVAILABLE (503) | SERVICE_UNAVAILABLE (503) |

  @DM2-SND-009 @DM2-SND-010
  Scenario: Where the repository takes text only, a leaf travels as text, or nothing does
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the DM Server accepts text/plain only
    When the DM Server sends the DM Client:
      | HPUT | repository/name | Lamp/hall/Name |
    Then the results are:
      | HPUT | repository/name | OK (200) or NOT_ACCEPTABLE (406) |

  @DM2-SND-010
  Scenario: Where the repository takes text only, a sub-tree is not sent
    Given the DM Server accepts text/plain only
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the results are:
      | HPUT | repository/info | NOT_ACCEPTABLE (406) |
    And the repository received nothing

  @DM2-SND-011
  Scenario Outline: <verb> sends nothing to a host that is not allowed
    When the DM Server sends the DM Client:
      | <verb> | forbidden/info | DevInfo// |
    Then the results are:
      | <verb> | forbidden/info | a refusal |
    And the forbidden host received nothing

    Examples:
      | verb  |
      | HPUT  |
      | HPOST |

  @DM2-SND-012
  Scenario: Sending to a host that is not allowed is refused as such
    When the DM Server sends the DM Client:
      | HPUT | forbidden/info | DevInfo// |
    Then the results are:
      | HPUT | forbidden/info | FORBIDDEN (403) |

  @DM2-SND-014
  Scenario: A repository that does not take what is sent
    Given the repository redirects "away"
    And the repository stays silent about "silent"
    When the DM Server sends the DM Client:
      | HPUT | repository/away   | DevInfo// |
      | HPUT | repository/silent | DevInfo// |
      | HPUT | unreachable/info  | DevInfo// |
    Then the results are:
      | HPUT | repository/away   | BAD_GATEWAY (502)         |
      | HPUT | repository/silent | GATEWAY_TIMEOUT (504)     |
      | HPUT | unreachable/info  | SERVICE_UNAVAILABLE (503) |

  @DM2-SND-015
  Scenario: A large sub-tree goes whole
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | large | Lamp/hall/Name | (200000 characters) |
    When the DM Server sends the DM Client:
      | HGET | repository/large | Lamp/hall/Name |
      | HPUT | repository/back  | Lamp/hall/Name |
    Then the repository received:
      | GET | large |                |                     |
      | PUT | back  | Lamp/hall/Name | (200000 characters) |
