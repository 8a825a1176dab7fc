@role-group-hosting-cse @ics-remote-cse
Feature: The application comes back for the results
  The variant without messages: Response Type nonBlockingRequestSynch (TS-0004 7.4.14.2.5). Acceptance, inquiry and
  keep time are those of the interactive mode.

  Background:
    Given AE1 can be notified
    And a group "meters" of 3 containers on CSE2

  @IGO-POL-001
  Scenario: To come back later is accepted before any member has answered
    Given CSE2 answers for "m1", "m2", "m3" after 10 seconds
    When AE1 asks for a retrieve of "meters/fopt" and to come back for the results with:
      | Result Expiration Timestamp | 30 seconds |
    Then the request is accepted before any member has answered
    And the acceptance names a request resource

  @IGO-POL-002
  Scenario: Who comes back for the results gets no message
    Given AE1 has asked for a retrieve of "meters/fopt" and to come back for the results
    When 10 seconds pass
    Then AE1 got no message

  @IGO-POL-003 @IGO-POL-004
  Scenario: Who comes back finds the results of all, and that these are all
    When AE1 asks for a retrieve of "meters/fopt" and to come back for the results
    Then an inquiry eventually shows results of "m1", "m2", "m3"
    And an inquiry eventually shows the status COMPLETED

  @IGO-POL-003 @IGO-POL-004
  Scenario: Who comes back early finds what is there, and that more is to come
    Given CSE2 answers for "m3" after 10 seconds
    And AE1 has asked for a retrieve of "meters/fopt" and to come back for the results with:
      | Result Expiration Timestamp | 30 seconds |
    And 5 seconds pass
    When AE1 inquires the results
    Then the inquiry shows results of "m1", "m2" only
    And the inquiry shows the status PENDING or PARTIALLY_COMPLETED

  @IGO-POL-003
  Scenario: Who comes back again finds what has come meanwhile
    Given CSE2 answers for "m3" after 10 seconds
    And AE1 has asked for a retrieve of "meters/fopt" and to come back for the results with:
      | Result Expiration Timestamp | 30 seconds |
    And 5 seconds pass
    And AE1 inquires the results
    And 6 seconds pass
    When AE1 inquires the results
    Then the inquiry shows results of "m1", "m2", "m3" only

  @IGO-POL-003 @IGO-INQ-002
  Scenario: Who comes back for one member finds that one
    Given AE1 has asked for a retrieve of "meters/fopt" and to come back for the results
    And 5 seconds pass
    When AE1 inquires the results of "m2"
    Then the inquiry shows results of "m2" only

  @IGO-POL-005
  Scenario: Who did not ask may not come for the results
    Given AE1 has asked for a retrieve of "meters/fopt" and to come back for the results
    When AE2 inquires the results
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @IGO-POL-005
  Scenario: Who comes back too late finds nothing
    Given AE1 has asked for a retrieve of "meters/fopt" and to come back for the results with:
      | Result Persistence | 10 seconds |
    And 12 seconds pass
    When AE1 inquires the results
    Then the answer is NOT_FOUND (4004)
