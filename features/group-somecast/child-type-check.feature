@role-group-hosting-cse @ics-group
Feature: The type of a resource to be created under the members
  Clause 7.4.14.2.1: the CSE may check at the group whether the type is a valid child of its members.

  Background:
    Given 2 containers "m1", "m2"

  @SOM-CTC-001 @SOM-CTC-002 @ics-group.childTypeCheck @ics-group.memberTypeValidation
  Scenario: A type that is no child of the members is refused at the group
    Given a group "pumps" of "m1", "m2" with:
      | memberType | container |
    When AE1 creates a group "inner" in "pumps/fopt"
    Then the answer is INVALID_CHILD_RESOURCE_TYPE (4108)

  @SOM-CTC-002 @ics-group.childTypeCheck @ics-group.memberTypeValidation @ics-remote-cse
  Scenario: A type that is refused at the group reaches no member
    Given a group "pumps" of 2 containers on CSE2 with:
      | memberType | container |
    When AE1 creates a group "inner" in "pumps/fopt"
    Then the answer is INVALID_CHILD_RESOURCE_TYPE (4108)
    And no member received a request

  @SOM-CTC-002 @ics-group.childTypeCheck @ics-group.memberTypeValidation
  Scenario: A subscription to members that cannot have one is refused at the group like any other type
    Given a contentInstance "c1" in "m1"
    And a notification target "NT1"
    And a group "readings" of "c1" with:
      | memberType | contentInstance |
    When AE1 creates a subscription "watch" in "readings/fopt" with:
      | notificationURI | "NT1" |
    Then the answer is INVALID_CHILD_RESOURCE_TYPE (4108)

  @SOM-CTC-001 @ics-group.childTypeCheck @ics-group.memberTypeValidation
  Scenario: A type that is a child of the members is let through
    Given a group "pumps" of "m1", "m2" with:
      | memberType | container |
    When AE1 creates a container "log" in "pumps/fopt"
    Then the answer is OK (2000)
    And every entry is CREATED (2001)
    And "m1" has a container "log"
    And "m2" has a container "log"

  @SOM-CTC-003
  Scenario: At a group of memberType MIXED the members themselves refuse a type
    Given a group "pumps" of "m1", "m2"
    When AE1 creates a group "inner" in "pumps/fopt"
    Then the answer is OK (2000)
    And the answer holds one entry per member
    And the entry of "m1" is a refusal
    And the entry of "m2" is a refusal
