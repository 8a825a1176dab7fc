@role-group-hosting-cse @ics-remote-cse
Feature: The application inquires results
  Clause 2.2, note 2: by other requests, for one or more entities, while results are still coming and afterwards. An
  inquiry is a retrieve of the request resource that the acceptance named, narrowed with target members where it is
  about some of them.

  Background:
    Given AE1 can be notified
    And a group "meters" of 3 containers on CSE2

  @IGO-INQ-001 @IGO-INQ-009
  Scenario: When all members are reported an inquiry shows them all, and that this is all
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2", "m3"
    When AE1 inquires the results
    Then the answer is OK (2000)
    And the inquiry shows results of "m1", "m2", "m3" only
    And the inquiry shows the status COMPLETED

  @IGO-INQ-004 @IGO-INQ-009
  Scenario: While a member is missing an inquiry shows the others, and that more is to come
    Given CSE2 answers for "m3" after 10 seconds
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And AE1 has been told of "m1", "m2"
    When AE1 inquires the results
    Then the inquiry shows results of "m1", "m2" only
    And the inquiry shows the status PENDING or PARTIALLY_COMPLETED

  @IGO-INQ-005
  Scenario: Before any member has answered an inquiry shows nothing yet
    Given CSE2 answers for "m1", "m2", "m3" after 10 seconds
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    When AE1 inquires the results
    Then the answer is OK (2000)
    And the inquiry shows no results

  @IGO-INQ-002
  Scenario: An inquiry for one member shows that member
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2", "m3"
    When AE1 inquires the results of "m2"
    Then the answer is OK (2000)
    And the inquiry shows results of "m2" only

  @IGO-INQ-003
  Scenario: An inquiry for two members shows these two
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2", "m3"
    When AE1 inquires the results of "m1", "m3"
    Then the inquiry shows results of "m1", "m3" only

  @IGO-INQ-003 @IGO-INQ-004
  Scenario: An inquiry for a member that is there and one that is missing shows the one
    Given CSE2 answers for "m3" after 10 seconds
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And AE1 has been told of "m1", "m2"
    When AE1 inquires the results of "m1", "m3"
    Then the answer is OK (2000)
    And the inquiry shows results of "m1" only

  @IGO-INQ-006
  Scenario: A resource outside the group is left out of what an inquiry shows
    Given a container "other"
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2", "m3"
    When AE1 inquires the results of "m1", "other"
    Then the answer is OK (2000)
    And the inquiry shows results of "m1" only

  @IGO-INQ-007
  Scenario: Who did not ask may not inquire
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2", "m3"
    When AE2 inquires the results
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @IGO-INQ-008
  Scenario: After an inquiry the messages go on
    Given CSE2 answers for "m3" after 10 seconds
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified with:
      | Result Expiration Timestamp | 30 seconds |
    And AE1 has been told of "m1", "m2"
    When AE1 inquires the results
    And 11 seconds pass
    Then AE1 was told of "m1", "m2", "m3" and of no other member

  @IGO-INQ-008 @ics-group.asynchronous.inquiry.byMember
  Scenario: A second inquiry shows what the first one showed
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2", "m3"
    When AE1 inquires the results of "m1"
    And AE1 inquires the results
    Then the inquiry shows results of "m1", "m2", "m3" only

  @IGO-INQ-010
  Scenario: An inquiry shows which request its results belong to
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    When AE1 inquires the results
    Then the inquiry shows the request

  @IGO-GAT-008 @IGO-INQ-001
  Scenario: What a member refused is shown as its result
    Given CSE2 refuses every request to "m2" with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2", "m3"
    When AE1 inquires the results
    Then the inquiry shows "m1" with OK (2000)
    And the inquiry shows "m2" with ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @IGO-INQ-011
  Scenario: What is inquired cannot be created by anyone
    When AE1 creates a request resource
    Then the answer is OPERATION_NOT_ALLOWED (4005)

  @IGO-INQ-012
  Scenario: The application may ask to have it deleted
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2", "m3"
    When AE1 deletes the request resource
    Then the answer is DELETED (2002) or UNABLE_TO_RECALL_REQUEST (5220)
