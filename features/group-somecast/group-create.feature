@role-group-hosting-cse @ics-group
Feature: Creating, retrieving and deleting a group
  Clauses 7.4.13.2.1 (step 1: the number of members, duplicates), 7.4.13.2.2, 7.4.13.2.4 and the children of a group.

  Background:
    Given 3 containers "m1", "m2", "m3"

  @SOM-CRE-004
  Scenario: A group with exactly as many members as allowed is created
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "m2", "m3" |
      | maxNrOfMembers | 3                |
    Then the answer is CREATED (2001)
    And "pumps" has the members "m1", "m2", "m3"

  @SOM-CRE-003 @SOM-CRE-001
  Scenario: A group with one member more than allowed is not created
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "m2", "m3" |
      | maxNrOfMembers | 2                |
    Then the answer is MAX_NUMBER_OF_MEMBER_EXCEEDED (6010)
    And "pumps" does not exist

  @SOM-CRE-005
  Scenario: Duplicate members are removed before the group is created
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "m2", "m1" |
      | maxNrOfMembers | 5                |
    Then the answer is CREATED (2001)
    And "pumps" has the members "m1", "m2"

  @SOM-CRE-005
  Scenario: A member that was listed twice gets a request once
    Given a group "pumps" of "m1", "m2", "m1"
    When AE1 creates a contentInstance "c1" in "pumps/fopt"
    Then the answer holds one entry per member
    And "m1" has 1 children of type contentInstance

  @SOM-CHD-001
  Scenario: A group takes several subscriptions
    Given a group "pumps" of "m1", "m2"
    And a notification target "NT1"
    And AE1 is subscribed to "pumps" with notification target "NT1"
    When AE1 creates a subscription "second" in "pumps" with:
      | notificationURI | "NT1" |
    Then the answer is CREATED (2001)

  @SOM-CHD-003
  Scenario: A group has its fanOutPoint from the start
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1" |
      | maxNrOfMembers | 3    |
    Then the answer is CREATED (2001)
    And "pumps/fopt" can still be retrieved

  @SOM-CHD-006
  Scenario: A container is no child of a group
    Given a group "pumps" of "m1", "m2"
    When AE1 creates a container "log" in "pumps"
    Then the answer is INVALID_CHILD_RESOURCE_TYPE (4108)

  @SOM-RET-001
  Scenario: A retrieve of the group gives its attributes and asks no member
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps"
    Then the answer is OK (2000)
    And the answer has:
      | memberIDs          | "m1", "m2", "m3" |
      | currentNrOfMembers | 3                |

  @SOM-DEL-001
  Scenario: A delete of the group leaves its members
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 deletes "pumps"
    Then the answer is DELETED (2002)
    And "pumps" does not exist
    And "m1" exists
    And "m2" exists
    And "m3" exists

  @SOM-DEL-001
  Scenario: With the group its fanOutPoint is gone
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 deletes "pumps"
    Then the answer is DELETED (2002)
    And "pumps/fopt" does not exist
