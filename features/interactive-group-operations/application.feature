@role-ae
Feature: What the application does
  Clause 2.2, steps 1, 6 and 7 and note 2, with the application under test and the tester as its CSE: it asks,
  acknowledges every message, counts each entity once, asks for what is missing, and stops when it has all.

  Background:
    Given the application knows the group "meters" of the containers "m1", "m2", "m3"

  @IGO-REQ-005 @IGO-REQ-006
  Scenario: The application asks for the operation on the group and to be notified
    When the application is told to ask every member of "meters" and to look for what is missing after 10 seconds
    Then the application asks for a retrieve of "meters/fopt" to be answered later

  @IGO-APP-001
  Scenario: A message with one result is acknowledged
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    When CSE1 reports "m1"
    Then the application acknowledges

  @IGO-APP-001
  Scenario: A message with all results is acknowledged
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    When CSE1 reports "m1", "m2", "m3"
    Then the application acknowledges

  @IGO-APP-001
  Scenario: A second message is acknowledged as well
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 reports "m1"
    When CSE1 reports "m2", "m3"
    Then the application acknowledges

  @IGO-APP-008
  Scenario: A message with a refusal for a result is acknowledged
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    When CSE1 reports "m1" with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    Then the application acknowledges

  @IGO-APP-002
  Scenario: A message that is repeated is acknowledged again
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 reports "m1"
    When CSE1 reports the same again
    Then the application acknowledges

  @IGO-APP-002
  Scenario: A message that is repeated after all results are there is acknowledged
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 reports "m1", "m2", "m3"
    When CSE1 reports the same again
    Then the application acknowledges

  @IGO-APP-003 @IGO-APP-004
  Scenario: A repeated message does not stand in for a member that is missing
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 keeps the results of "m1", "m2", "m3" for inquiry
    And CSE1 reports "m1", "m2"
    When CSE1 reports the same again
    Then the application asks for the result of "m3"

  @IGO-APP-004
  Scenario: A result that does not come is asked for
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 keeps the results of "m1", "m2", "m3" for inquiry
    When CSE1 reports "m1"
    Then the application asks for the result of "m2", "m3"

  @IGO-APP-004
  Scenario: Where no message comes at all every result is asked for
    Given CSE1 keeps the results of "m1", "m2", "m3" for inquiry
    When the application is told to ask every member of "meters" and to look for what is missing after 10 seconds
    Then the application asks for the result of "m1", "m2", "m3"

  @IGO-APP-007
  Scenario: An inquiry that is narrowed names the missing members only
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 keeps the results of "m1", "m2", "m3" for inquiry
    When CSE1 reports "m1", "m3"
    Then the application asks only for "m2"

  @IGO-APP-005
  Scenario: The operation is not carried out again for what is missing
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 keeps the results of "m1", "m2", "m3" for inquiry
    When CSE1 reports "m1"
    Then the application asks for the result of "m2", "m3"
    And the application has asked 1 time at most

  @IGO-APP-006
  Scenario: When all results have come by message nothing more is asked for
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 reports "m1", "m2"
    When CSE1 reports "m3"
    Then the application asks for nothing more

  @IGO-APP-006
  Scenario: When the last result has come by inquiry nothing more is asked for
    Given the application has asked every member of "meters" and looks for what is missing after 10 seconds
    And CSE1 keeps the results of "m1", "m2", "m3" for inquiry
    When CSE1 reports "m1", "m2"
    Then the application asks for the result of "m3"
    And the application asks for nothing more
