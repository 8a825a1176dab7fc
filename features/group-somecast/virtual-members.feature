@role-group-hosting-cse @ics-group.memberTypeValidation
Feature: Virtual resources as members
  Clause 7.4.13.2.1 step 1: the latest and the oldest contentInstance of a container can be members of a group.

  Background:
    Given 2 containers "m1", "m2"
    And a contentInstance "c1" in "m1"
    And a contentInstance "c2" in "m2"

  @SOM-VIR-001 @SOM-VIR-002 @SOM-VIR-003
  Scenario: Members that are the latest of a container make a group of memberType LATEST
    When AE1 creates a group "news" with:
      | memberIDs           | "m1/la", "m2/la" |
      | maxNrOfMembers      | 5                |
      | memberType          | LATEST           |
      | consistencyStrategy | ABANDON_GROUP    |
    Then the answer is CREATED (2001)
    And "news" has:
      | currentNrOfMembers  | 2    |
      | memberTypeValidated | true |

  @SOM-VIR-002
  Scenario: The oldest of a container does not fit into a group of memberType LATEST
    When AE1 creates a group "news" with:
      | memberIDs           | "m1/la", "m2/ol" |
      | maxNrOfMembers      | 5                |
      | memberType          | LATEST           |
      | consistencyStrategy | ABANDON_GROUP    |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
    And "news" does not exist

  @SOM-VIR-002
  Scenario: The latest of a container does not fit into a group of containers
    When AE1 creates a group "news" with:
      | memberIDs           | "m1", "m2/la" |
      | maxNrOfMembers      | 5             |
      | memberType          | container     |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
    And "news" does not exist

  @SOM-VIR-001 @SOM-VIR-003 @ics-remote-cse
  Scenario: A virtual member on another CSE is judged by its parent there
    Given a container "far" on CSE2
    When AE1 creates a group "news" with:
      | memberIDs           | "m1/la", "far/la" |
      | maxNrOfMembers      | 5                 |
      | memberType          | LATEST            |
      | consistencyStrategy | ABANDON_GROUP     |
    Then the answer is CREATED (2001)
    And "news" has:
      | currentNrOfMembers | 2 |

  @SOM-VIR-005
  Scenario: An update takes a virtual member that fits
    Given a group "news" of "m1/la" with:
      | memberType          | LATEST        |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "news" with:
      | memberIDs | "m1/la", "m2/la" |
    Then the answer is UPDATED (2004)
    And "news" has:
      | currentNrOfMembers | 2 |

  @SOM-VIR-005
  Scenario: An update refuses a virtual member that does not fit
    Given a group "news" of "m1/la" with:
      | memberType          | LATEST        |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "news" with:
      | memberIDs | "m1/la", "m2/ol" |
    Then the answer is GROUP_MEMBER_TYPE_INCONSISTENT (4110)
    And "news" still has:
      | currentNrOfMembers | 1 |
