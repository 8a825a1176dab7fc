@role-group-hosting-cse @ics-group.unreachableSubGroups @ics-group.memberTypeValidation @ics-remote-cse
Feature: Sub-groups that cannot be reached for validation
  Clauses 7.4.13.2.1 step 2 and 7.4.13.2.3 step 5: the group is kept unvalidated, and judged when the
  sub-group can be reached again.

  Background:
    Given 2 containers "m1", "m2"
    And a container "far" on CSE2

  @SOM-URE-001 @SOM-URE-002
  Scenario: A group is created unvalidated when its sub-group cannot be reached
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | container |
    And CSE2 is unreachable
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1", "sub/fopt" |
      | maxNrOfMembers | 5                |
      | memberType     | container        |
    Then the answer is CREATED (2001)
    And "pumps" has:
      | memberTypeValidated | false     |
      | memberType          | container |
    And "pumps" has the members "m1", "sub/fopt"

  @SOM-URE-002
  Scenario: Even under ABANDON_GROUP a sub-group that cannot be reached is no reason to refuse
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | container |
    And CSE2 is unreachable
    When AE1 creates a group "pumps" with:
      | memberIDs           | "m1", "sub/fopt" |
      | maxNrOfMembers      | 5                |
      | memberType          | container        |
      | consistencyStrategy | ABANDON_GROUP    |
    Then the answer is CREATED (2001)

  @SOM-URE-003
  Scenario: A sub-group that fits makes the group validated once it is reachable
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | container |
    And CSE2 is unreachable
    And a group "pumps" of "m1", "sub/fopt" with:
      | memberType | container |
    When CSE2 becomes reachable again
    Then "pumps" eventually has:
      | memberTypeValidated | true      |
      | memberType          | container |
    And "pumps" has the members "m1", "sub/fopt"

  @SOM-URE-004
  Scenario: ABANDON_GROUP deletes the group when the sub-group turns out not to fit
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | contentInstance |
    And CSE2 is unreachable
    And a group "pumps" of "m1", "sub/fopt" with:
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    When CSE2 becomes reachable again
    Then "pumps" eventually does not exist
    And "m1" exists

  @SOM-URE-005
  Scenario: ABANDON_MEMBER removes the sub-group when it turns out not to fit
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | contentInstance |
    And CSE2 is unreachable
    And a group "pumps" of "m1", "sub/fopt" with:
      | memberType          | container      |
      | consistencyStrategy | ABANDON_MEMBER |
    When CSE2 becomes reachable again
    Then "pumps" eventually has the members "m1"

  @SOM-URE-006
  Scenario: SET_MIXED makes the group MIXED when the sub-group turns out not to fit
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | contentInstance |
    And CSE2 is unreachable
    And a group "pumps" of "m1", "sub/fopt" with:
      | memberType          | container |
      | consistencyStrategy | SET_MIXED |
    When CSE2 becomes reachable again
    Then "pumps" eventually has:
      | memberType | MIXED |
    And "pumps" has the members "m1", "sub/fopt"

  @SOM-URE-007 @SOM-URE-008
  Scenario: An update with a sub-group that cannot be reached is taken unvalidated
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | container |
    And a group "pumps" of "m1" with:
      | memberType | container |
    And CSE2 is unreachable
    When AE1 updates "pumps" with:
      | memberIDs | "m1", "sub/fopt" |
    Then the answer is UPDATED (2004)
    And "pumps" has:
      | memberTypeValidated | false |

  @SOM-URE-009
  Scenario: After an update a sub-group that fits makes the group validated once it is reachable
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | container |
    And a group "pumps" of "m1" with:
      | memberType | container |
    And CSE2 is unreachable
    And the members of "pumps" are changed to "m1", "sub/fopt"
    When CSE2 becomes reachable again
    Then "pumps" eventually has:
      | memberTypeValidated | true |

  @SOM-URE-011
  Scenario: After an update ABANDON_GROUP deletes the group when the sub-group turns out not to fit
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | contentInstance |
    And a group "pumps" of "m1" with:
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    And CSE2 is unreachable
    And the members of "pumps" are changed to "m1", "sub/fopt"
    When CSE2 becomes reachable again
    Then "pumps" eventually does not exist

  @SOM-URE-012
  Scenario: After an update ABANDON_MEMBER removes the sub-group when it turns out not to fit
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | contentInstance |
    And a group "pumps" of "m1" with:
      | memberType          | container      |
      | consistencyStrategy | ABANDON_MEMBER |
    And CSE2 is unreachable
    And the members of "pumps" are changed to "m2", "sub/fopt"
    When CSE2 becomes reachable again
    Then "pumps" eventually has the members "m2"

  @SOM-URE-013
  Scenario: After an update SET_MIXED makes the group MIXED when the sub-group turns out not to fit
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | contentInstance |
    And a group "pumps" of "m1" with:
      | memberType          | container |
      | consistencyStrategy | SET_MIXED |
    And CSE2 is unreachable
    And the members of "pumps" are changed to "m1", "sub/fopt"
    When CSE2 becomes reachable again
    Then "pumps" eventually has:
      | memberType | MIXED |

  @SOM-URE-010
  Scenario: A subscriber is told when the late validation deletes the group
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | contentInstance |
    And CSE2 is unreachable
    And a group "pumps" of "m1", "sub/fopt" with:
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    And a notification target "NT1"
    And AE1 is subscribed to "pumps" with notification target "NT1"
    When CSE2 becomes reachable again
    Then "NT1" was told of the deletion of "pumps"

  @SOM-URE-010
  Scenario: A subscriber is told when the late validation changes the group
    Given a group "sub" of "far" hosted by CSE2 with:
      | memberType | contentInstance |
    And CSE2 is unreachable
    And a group "pumps" of "m1", "sub/fopt" with:
      | memberType          | container      |
      | consistencyStrategy | ABANDON_MEMBER |
    And a notification target "NT1"
    And AE1 is subscribed to "pumps" with notification target "NT1"
    When CSE2 becomes reachable again
    Then "NT1" was told of an update of "pumps"
