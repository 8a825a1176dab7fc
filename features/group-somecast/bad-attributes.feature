@role-group-hosting-cse @ics-group
Feature: Bad attributes
  Clause 7.4.13.2.1 step 1 "Validate the provided attributes", with the data types of TS-0004: what is not a
  group is refused, nothing of it is kept, and the CSE goes on.

  Background:
    Given a container "m1"

  @SOM-BAD-001 @SOM-BAD-011
  Scenario Outline: A <attribute> of <value> has the wrong type and is refused
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1"    |
      | maxNrOfMembers | 3       |
      | <attribute>    | <value> |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

    Examples:
      | attribute           | value            |
      | maxNrOfMembers      | `"3"`            |
      | maxNrOfMembers      | `[3]`            |
      | memberIDs           | `"just-one"`     |
      | memberIDs           | `[17]`           |
      | memberIDs           | `{"a": "b"}`     |
      | memberType          | `"container"`    |
      | memberType          | `-7`             |
      | consistencyStrategy | `4`              |
      | groupName           | `42`             |
      | groupName           | `["a", "b"]`     |
      | labels              | `7`              |
      | expirationTime      | `"tomorrow"`     |
      | notifyAggregation   | `5`              |

  @SOM-BAD-001 @SOM-BAD-011
  Scenario: A wrong type in an update is refused and changes nothing
    Given a group "pumps" of "m1" with:
      | maxNrOfMembers | 3      |
      | groupName      | before |
    When AE1 updates "pumps" with:
      | groupName      | after |
      | maxNrOfMembers | `"4"` |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" still has:
      | groupName      | before |
      | maxNrOfMembers | 3      |

  @SOM-BAD-002 @SOM-BAD-011
  Scenario: An attribute that a group does not have is refused at create
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1" |
      | maxNrOfMembers | 3    |
      | colour         | blue |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

  @SOM-BAD-002
  Scenario: An attribute that a group does not have is refused at update
    Given a group "pumps" of "m1"
    When AE1 updates "pumps" with:
      | groupName | after |
      | colour    | blue  |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" has no groupName

  @SOM-BAD-003 @SOM-BAD-011
  Scenario Outline: NULL for the mandatory <attribute> is refused at create
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1" |
      | maxNrOfMembers | 3    |
      | <attribute>    | NULL |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

    Examples:
      | attribute      |
      | maxNrOfMembers |
      | memberIDs      |

  @SOM-BAD-004
  Scenario Outline: The mandatory <attribute> cannot be deleted by an update
    Given a group "pumps" of "m1"
    When AE1 updates "pumps" with:
      | <attribute> | NULL |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" has the members "m1"

    Examples:
      | attribute      |
      | maxNrOfMembers |
      | memberIDs      |

  @SOM-BAD-010
  Scenario: A list of 5000 members is answered and harms nothing
    When AE1 creates a group "pumps" with 5000 member IDs
    Then the CSE has answered
    And "m1" can still be retrieved

  @SOM-BAD-012
  Scenario: A group whose member points nowhere is answered and harms nothing
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "nowhere" |
      | maxNrOfMembers | 3               |
    Then the CSE has answered
    And "m1" can still be retrieved

  @SOM-BAD-012
  Scenario: A group that is to be a member of itself is answered and harms nothing
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "pumps/fopt" |
      | maxNrOfMembers | 3                  |
    Then the CSE has answered
    And "m1" can still be retrieved
