@role-dm-client
Feature: CONT, SHOW and DEFAULT
  CONT moves the rest of the session elsewhere; SHOW opens a page for the user; DEFAULT is for later.

  @DM2-SHW-001
  Scenario: SHOW opens a page
    When the DM Server sends the DM Client:
      | SHOW | repository/page |
    Then the results are:
      | SHOW | repository/page | OK (200) |

  @DM2-SHW-002
  Scenario: SHOW opens no page of a host that is not allowed
    When the DM Server sends the DM Client:
      | SHOW | forbidden/page |
    Then the results are:
      | SHOW | forbidden/page | FORBIDDEN (403) |

  @DM2-CNT-001
  Scenario: After CONT the results go elsewhere
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
      | CONT | elsewhere/dm    |           |
    Then the results are:
      | HPUT | repository/info | OK (200) |
      | CONT | elsewhere/dm    | OK (200) |
    And package 3 has:
      | URL | elsewhere |

  @DM2-CNT-002
  Scenario: Of two CONT the last one counts
    When the DM Server sends the DM Client:
      | CONT | repository/dm |
      | CONT | elsewhere/dm  |
    Then package 3 has:
      | URL | elsewhere |

  @DM2-CNT-003
  Scenario: CONT to a host that is not allowed moves nothing
    When the DM Server sends the DM Client:
      | CONT | forbidden/dm |
    Then the results are:
      | CONT | forbidden/dm | a refusal |
    And the forbidden host received nothing

  @DM2-CNT-005
  Scenario: The session after a CONT begins where the first one began
    Given the DM Server has sent the DM Client:
      | CONT | elsewhere/dm |
    When the DM Client starts a session
    Then package 1 has:
      | URL | that of the DM Server |

  @DM2-DEF-001
  Scenario: DEFAULT is kept
    When the DM Server sends the DM Client:
      | DEFAULT | repository/default | Lamp |
    Then the results are:
      | DEFAULT | repository/default | OK (200) |

  @DM2-CNT-004
  Scenario: CONT to a host that is not allowed is refused as such
    When the DM Server sends the DM Client:
      | CONT | forbidden/dm |
    Then the results are:
      | CONT | forbidden/dm | FORBIDDEN (403) |

  @DM2-CNT-006
  Scenario: Where the session goes on the credentials are needed as well
    Given the DM Server asks for Basic credentials
    When the DM Server sends the DM Client:
      | CONT | elsewhere/dm |
    Then package 3 has:
      | URL | elsewhere |
    And the credentials of the DM Client are right

  @DM2-DEF-002
  Scenario: DEFAULT with a host that is not allowed is refused as such
    When the DM Server sends the DM Client:
      | DEFAULT | forbidden/default | Lamp |
    Then the results are:
      | DEFAULT | forbidden/default | FORBIDDEN (403) |
