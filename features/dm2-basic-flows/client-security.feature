@role-dm-client
Feature: What a client says to whom
  Clause 9 of the profile: credentials for its server only, the strongest way that it is offered.

  @DM2-SEC-001
  Scenario: A client that is challenged sends its credentials
    Given the DM Server asks for Basic credentials
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the credentials of the DM Client are right
    And the results are:
      | HPUT | repository/info | OK (200) |

  @DM2-SEC-002
  Scenario Outline: A client that is asked for <scheme> credentials answers so
    Given the DM Server asks for <scheme> credentials
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the credentials of the DM Client are right

    Examples:
      | scheme     |
      | Digest     |
      | MD5 Digest |

  @DM2-SEC-003
  Scenario: Of two ways the client takes the stronger one
    Given the DM Server asks for Digest and Basic credentials
    When the DM Client starts a session
    Then package 1 has:
      | credentials | Digest |

  @DM2-SEC-004
  Scenario: A client whose credentials are refused gives up
    Given the DM Server refuses all credentials
    When the DM Client starts a session
    Then the DM Client sends no further message
    And the DM Client goes on

  @DM2-SEC-005
  Scenario Outline: A repository that is asked by <verb> sees no credentials
    Given the DM Server asks for Basic credentials
    And the repository answers "x" with UNAUTHORIZED (401)
    When the DM Server sends the DM Client:
      | <verb> | repository/x | DevInfo//FwV |
    Then the repository saw no credentials

    Examples:
      | verb  |
      | HPUT  |
      | HPOST |

  @DM2-SEC-005 @ics-dm2.testObject
  Scenario: A repository that is asked by HGET sees no credentials
    Given the device has the lamps:
      | hall | {"Level":40,"Name":"Hall","Effects":{}} |
    And the DM Server asks for Basic credentials
    And the repository answers "x" with UNAUTHORIZED (401)
    When the DM Server sends the DM Client:
      | HGET | repository/x | Lamp/hall/Level |
    Then the repository saw no credentials

  @DM2-SEC-006
  Scenario: A nonce that is stale is replaced
    Given the DM Server asks for Digest credentials
    And the DM Server finds the nonce stale once
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the credentials of the DM Client are right
    And the results are:
      | HPUT | repository/info | OK (200) |

  @DM2-SEC-007
  Scenario: A server whose certificate is of an unknown authority gets nothing
    Given the DM Server has a certificate of an unknown authority
    When the DM Client starts a session
    Then the DM Client opens no session

  @DM2-SEC-008
  Scenario: A server whose certificate is of another name gets nothing
    Given the DM Server has a certificate of another name
    When the DM Client starts a session
    Then the DM Client opens no session

  @DM2-SEC-009
  Scenario: In a session over TLS nothing goes by plain http
    When the DM Server sends the DM Client:
      | HPUT | plain/info | DevInfo// |
    Then the results are:
      | HPUT | plain/info | FORBIDDEN (403) |

  @DM2-SEC-010
  Scenario: A client holds a session over TLS
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the results are:
      | HPUT | repository/info | OK (200) |
