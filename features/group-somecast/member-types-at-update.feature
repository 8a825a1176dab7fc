@role-group-hosting-cse @ics-group.memberTypeValidation
Feature: Member types are validated when a group is updated
  Clause 7.4.13.2.3, steps 4 to 6: new memberIDs are held to the group's memberType and consistency strategy.

  Background:
    Given 3 containers "m1", "m2", "m3"
    And a contentInstance "odd" in "m3"

  @SOM-UPD-003 @SOM-UPD-007
  Scenario: New members that fit are taken and validated
    Given a group "pumps" of "m1" with:
      | memberType | container |
    When AE1 updates "pumps" with:
      | memberIDs | "m2", "m3" |
    Then the answer is UPDATED (2004)
    And "pumps" has the members "m2", "m3"
    And "pumps" has:
      | memberTypeValidated | true |

  @SOM-UPD-003 @SOM-UPD-008
  Scenario: ABANDON_GROUP refuses an update with a member that does not fit
    Given a group "pumps" of "m1" with:
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "pumps" with:
      | memberIDs | "m2", "odd" |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
    And "pumps" has the members "m1"

  @SOM-UPD-009 @SOM-UPD-010 @SOM-UPD-011
  Scenario: ABANDON_MEMBER takes the update without the member that does not fit
    Given a group "pumps" of "m1" with:
      | memberType          | container      |
      | consistencyStrategy | ABANDON_MEMBER |
    When AE1 updates "pumps" with:
      | memberIDs | "m2", "odd", "m3" |
    Then the answer is UPDATED (2004)
    And "pumps" has the members "m2", "m3"
    And "pumps" has:
      | memberTypeValidated | true |

  @SOM-UPD-012 @SOM-UPD-013 @SOM-UPD-014
  Scenario: SET_MIXED takes the update with all members and makes the group MIXED
    Given a group "pumps" of "m1" with:
      | memberType          | container |
      | consistencyStrategy | SET_MIXED |
    When AE1 updates "pumps" with:
      | memberIDs | "m2", "odd" |
    Then the answer is UPDATED (2004)
    And "pumps" has the members "m2", "odd"
    And "pumps" has:
      | memberType          | MIXED |
      | memberTypeValidated | true  |

  @SOM-UPD-004 @SOM-UPD-005
  Scenario: A new sub-group behind /fopt whose memberType fits is taken
    Given a group "sub" of "m2" with:
      | memberType | container |
    And a group "pumps" of "m1" with:
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "pumps" with:
      | memberIDs | "m1", "sub/fopt" |
    Then the answer is UPDATED (2004)
    And "pumps" has the members "m1", "sub/fopt"

  @SOM-UPD-004 @SOM-UPD-005
  Scenario: A new sub-group behind /fopt whose memberType is another does not fit
    Given a group "sub" of "odd" with:
      | memberType | contentInstance |
    And a group "pumps" of "m1" with:
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "pumps" with:
      | memberIDs | "m1", "sub/fopt" |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
    And "pumps" has the members "m1"

  @SOM-UPD-006 @SOM-UPD-001 @ics-remote-cse
  Scenario: A new sub-group whose memberType may not be read makes the update fail, before any strategy
    Given a container "far" on CSE2
    And a group "sub" of "far" hosted by CSE2 with:
      | memberType | container |
    And CSE2 refuses to retrieve "sub" with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And a group "pumps" of "m1" with:
      | memberType          | container      |
      | consistencyStrategy | ABANDON_MEMBER |
    When AE1 updates "pumps" with:
      | memberIDs | "m2", "sub/fopt" |
    Then the answer is RECEIVER_HAS_NO_PRIVILEGE (5105)
    And "pumps" has the members "m1"

  @SOM-UPD-003 @ics-remote-cse
  Scenario: A new member on another CSE that does not fit is found out
    Given a contentInstance "far" on CSE2
    And a group "pumps" of "m1" with:
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "pumps" with:
      | memberIDs | "m1", "far" |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
