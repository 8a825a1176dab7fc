@role-dm-client
Feature: Data that do not come by HGET
  What the repository, the way to it, or the data themselves can do; nothing of it is put anywhere.

  @DM2-FET-011 @ics-dm2.testObject
  Scenario Outline: The repository answers HGET with <code>
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository answers "level" with <code>
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/hall/Level |
    Then the results are:
      | HGET | repository/level | <code> |

    Examples:
      | code                      |
      | NOT_FOUND (404)           |
      | GONE (410)                |
      | SERVICE_UNAVAILABLE (503) |

  @DM2-FET-012
  Scenario: A redirect is no answer to HGET
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository redirects "level"
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/hall/Level |
    Then the results are:
      | HGET | repository/level | BAD_GATEWAY (502) |

  @DM2-FET-014
  Scenario: A repository that is silent or out of reach
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository stays silent about "level"
    When the DM Server sends the DM Client:
      | HGET | repository/level  | Lamp/hall/Level |
      | HGET | unreachable/level | Lamp/hall/Level |
    Then the results are:
      | HGET | repository/level  | GATEWAY_TIMEOUT (504)     |
      | HGET | unreachable/level | SERVICE_UNAVAILABLE (503) |

  @DM2-FET-013
  Scenario: A redirect of the repository is not followed
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository redirects "level"
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/hall/Level |
    Then the results are:
      | HGET | repository/level | a refusal |
    And the forbidden host received nothing
    And the tree is as before

  @DM2-FET-015
  Scenario Outline: Data that the repository <what> are put nowhere
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | level | Lamp/hall/Level | 75 |
    And the repository <manner>
    When the DM Server sends the DM Client:
      | HGET | repository/level | Lamp/hall/Level |
      | HPUT | repository/info  | DevInfo//       |
    Then the results are:
      | HGET | repository/level | a refusal |
      | HPUT | repository/info  | OK (200)  |
    And the tree is as before

    Examples:
      | what               | manner                           |
      | breaks off         | breaks off "level" in the middle |
      | never ends         | sends "level" without end        |
      | makes garbage of   | sends garbage for "level"        |
      | says nothing about | stays silent about "level"       |

  @DM2-FET-016
  Scenario: A node that is not writable is not replaced
    Given the repository offers:
      | name | DevInfo//DevID | "IMEI:000000000000000" |
    When the DM Server sends the DM Client:
      | HGET | repository/name | DevInfo//DevID |
    Then the results are:
      | HGET | repository/name | METHOD_NOT_ALLOWED (405) |

  @DM2-FET-017
  Scenario: Nothing is fetched from a host that is not allowed
    When the DM Server sends the DM Client:
      | HGET | forbidden/level | DevInfo//FwV |
    Then the results are:
      | HGET | forbidden/level | a refusal |
    And the forbidden host received nothing

  @DM2-FET-018 @ics-dm2.testObject
  Scenario: Fetching from a host that is not allowed is refused as such
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    When the DM Server sends the DM Client:
      | HGET | forbidden/level | Lamp/hall/Level |
    Then the results are:
      | HGET | forbidden/level | FORBIDDEN (403) |

  @DM2-FET-019
  Scenario: Text is no sub-tree
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | effects | text/plain | none |
    When the DM Server sends the DM Client:
      | HGET | repository/effects | Lamp/hall/Effects |
    Then the results are:
      | HGET | repository/effects | UNSUPPORTED_MEDIA_TYPE (415) |

  @DM2-FET-020
  Scenario: Two objects are too many for one place
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the repository offers:
      | both | Lamp/hall/Level | 5   |
      | both | Lamp/hall/Name  | "X" |
    When the DM Server sends the DM Client:
      | HGET | repository/both | Lamp/hall/Level |
    Then the results are:
      | HGET | repository/both | BAD_REQUEST (400) |
