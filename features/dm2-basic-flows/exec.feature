@role-dm-client
Feature: EXEC
  What is executed may take long; its result then comes in a session of its own.

  @DM2-EXE-001
  Scenario: EXEC is done, or begun
    When the DM Server sends the DM Client:
      | EXEC | the operation |
    Then the results are:
      | EXEC | the operation | OK (200) or ACCEPTED (202) |

  @DM2-EXE-002 @DM2-EXE-003
  Scenario: The result of EXEC comes where it was asked for
    When the DM Server sends the DM Client:
      | EXEC | the operation | report/run-1 |
    Then the results are:
      | EXEC | the operation | ACCEPTED (202) |
    And the DM Client tells the result of the operation

  @DM2-EXE-004
  Scenario: EXEC of a leaf that is not executable is not allowed
    When the DM Server sends the DM Client:
      | EXEC | DevInfo//FwV |
    Then the results are:
      | EXEC | DevInfo//FwV | METHOD_NOT_ALLOWED (405) |

  @DM2-EXE-005
  Scenario: EXEC of nothing finds nothing
    When the DM Server sends the DM Client:
      | EXEC | Nothing//Run |
    Then the results are:
      | EXEC | Nothing//Run | NOT_FOUND (404) |

  @DM2-EXE-006
  Scenario: An operation that fails says so
    When the DM Server sends the DM Client:
      | EXEC | the failing operation |
    Then the results are:
      | EXEC | the failing operation | INTERNAL_ERROR (500) or ACCEPTED (202) |

  @DM2-EXE-007
  Scenario: The result of EXEC may not go to any host
    When the DM Server sends the DM Client:
      | EXEC | the operation | forbidden/run-1 |
    Then the results are:
      | EXEC | the operation | FORBIDDEN (403) |

  @DM2-EXE-008
  Scenario: A host that is not allowed gets no result
    When the DM Server sends the DM Client:
      | EXEC | the operation | forbidden/run-1 |
    Then the forbidden host received nothing
