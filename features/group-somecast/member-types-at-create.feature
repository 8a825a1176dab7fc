@role-group-hosting-cse @ics-group.memberTypeValidation
Feature: Member types are validated when a group is created
  Clause 7.4.13.2.1, steps 1 to 3: every member conforms to memberType, or the consistency strategy decides.
  A contentInstance is the member that does not fit into a group of containers.

  Background:
    Given 2 containers "m1", "m2"
    And a contentInstance "odd" in "m2"

  @SOM-TYP-001 @SOM-TYP-009 @SOM-ATT-050
  Scenario: A group whose members all fit is created and validated
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "m2" |
      | maxNrOfMembers | 5          |
      | memberType     | container  |
    Then the answer is CREATED (2001)
    And "pumps" has:
      | memberType          | container |
      | memberTypeValidated | true      |
    And "pumps" has the members "m1", "m2"

  @SOM-TYP-010 @SOM-TYP-001
  Scenario: ABANDON_GROUP refuses a group with a member that does not fit
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "odd"   |
      | maxNrOfMembers      | 5             |
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
    And "pumps" does not exist

  @SOM-TYP-011 @SOM-TYP-012 @SOM-TYP-013
  Scenario: ABANDON_MEMBER creates the group without the member that does not fit
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "odd", "m2" |
      | maxNrOfMembers      | 5                 |
      | memberType          | container         |
      | consistencyStrategy | ABANDON_MEMBER    |
    Then the answer is CREATED (2001)
    And "pumps" has the members "m1", "m2"
    And "pumps" has:
      | memberType          | container |
      | memberTypeValidated | true      |

  @SOM-TYP-011 @SOM-TYP-012
  Scenario: ABANDON_MEMBER creates the group even when no member fits
    When AE1 creates a group "pumps" with:
      | memberIDs           | "odd"          |
      | maxNrOfMembers      | 5              |
      | memberType          | container      |
      | consistencyStrategy | ABANDON_MEMBER |
    Then the answer is CREATED (2001)
    And "pumps" has no members

  @SOM-TYP-014 @SOM-TYP-015 @SOM-TYP-016
  Scenario: SET_MIXED creates the group with all members and memberType MIXED
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "odd" |
      | maxNrOfMembers      | 5           |
      | memberType          | container   |
      | consistencyStrategy | SET_MIXED   |
    Then the answer is CREATED (2001)
    And "pumps" has the members "m1", "odd"
    And "pumps" has:
      | memberType          | MIXED |
      | memberTypeValidated | true  |

  @SOM-ATT-052
  Scenario: Without a consistencyStrategy the member that does not fit is abandoned
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "odd" |
      | maxNrOfMembers | 5           |
      | memberType     | container   |
    Then the answer is CREATED (2001)
    And "pumps" has the members "m1"

  @SOM-TYP-002
  Scenario: A group of memberType MIXED takes members of any type
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "odd"   |
      | maxNrOfMembers      | 5             |
      | memberType          | MIXED         |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is CREATED (2001)
    And "pumps" has the members "m1", "odd"

  @SOM-TYP-003 @SOM-TYP-007
  Scenario: A sub-group behind /fopt fits by its own memberType
    Given a group "sub" of "m2" with:
      | memberType | container |
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "sub/fopt" |
      | maxNrOfMembers      | 5                |
      | memberType          | container        |
      | consistencyStrategy | ABANDON_GROUP    |
    Then the answer is CREATED (2001)
    And "pumps" has:
      | memberTypeValidated | true |

  @SOM-TYP-003 @SOM-TYP-007
  Scenario: A sub-group behind /fopt whose memberType is another does not fit
    Given a group "sub" of "odd" with:
      | memberType | contentInstance |
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "sub/fopt" |
      | maxNrOfMembers      | 5                |
      | memberType          | container        |
      | consistencyStrategy | ABANDON_GROUP    |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
    And "pumps" does not exist

  @SOM-TYP-004
  Scenario: A group that is a member as such has the resourceType group
    Given a group "sub" of "m2" with:
      | memberType | container |
    When AE1 creates a group "pumps" with:
      | memberIDs           | "sub"         |
      | maxNrOfMembers      | 5             |
      | memberType          | group         |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is CREATED (2001)
    And "pumps" has the members "sub"

  @SOM-TYP-004
  Scenario: A group that is a member as such is no container, whatever its members are
    Given a group "sub" of "m2" with:
      | memberType | container |
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "sub"   |
      | maxNrOfMembers      | 5             |
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)

  @SOM-TYP-004 @SOM-TYP-005 @ics-remote-cse
  Scenario: A member on another CSE that fits is validated
    Given a container "far" on CSE2
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "far"   |
      | maxNrOfMembers      | 5             |
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is CREATED (2001)
    And "pumps" has:
      | memberTypeValidated | true |

  @SOM-TYP-004 @ics-remote-cse
  Scenario: A member on another CSE that does not fit is found out
    Given a contentInstance "far" on CSE2
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "far"   |
      | maxNrOfMembers      | 5             |
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
    And "pumps" does not exist

  @SOM-TYP-006 @ics-remote-cse
  Scenario: A member whose type may not be read makes the create fail, before any strategy
    Given a container "far" on CSE2
    And CSE2 refuses to retrieve "far" with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "far"    |
      | maxNrOfMembers      | 5              |
      | memberType          | container      |
      | consistencyStrategy | ABANDON_MEMBER |
    Then the answer is RECEIVER_HAS_NO_PRIVILEGE (5105)
    And "pumps" does not exist

  @SOM-TYP-008 @ics-remote-cse
  Scenario: A sub-group whose memberType may not be read makes the create fail, before any strategy
    Given a container "far" on CSE2
    And a group "sub" of "far" hosted by CSE2 with:
      | memberType | container |
    And CSE2 refuses to retrieve "sub" with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "sub/fopt" |
      | maxNrOfMembers      | 5                |
      | memberType          | container        |
      | consistencyStrategy | ABANDON_MEMBER   |
    Then the answer is RECEIVER_HAS_NO_PRIVILEGE (5105)
    And "pumps" does not exist
