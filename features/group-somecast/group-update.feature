@role-group-hosting-cse @ics-group
Feature: Updating the members and the limit of a group
  Clause 7.4.13.2.3, steps 4 (duplicates) and 7 (the two limits).

  Background:
    Given 4 containers "m1", "m2", "m3", "m4"

  @SOM-UPD-002
  Scenario: Duplicate members are removed before the group is updated
    Given a group "pumps" of "m1"
    When AE1 updates "pumps" with:
      | memberIDs | "m2", "m3", "m2" |
    Then the answer is UPDATED (2004)
    And "pumps" has the members "m2", "m3"

  @SOM-UPD-015 @SOM-UPD-001
  Scenario: An update with one member more than allowed changes nothing
    Given a group "pumps" of "m1", "m2" with:
      | maxNrOfMembers | 2 |
    When AE1 updates "pumps" with:
      | memberIDs | "m2", "m3", "m4" |
    Then the answer is MAX_NUMBER_OF_MEMBER_EXCEEDED (6010)
    And "pumps" has the members "m1", "m2"

  @SOM-UPD-018
  Scenario: An update with exactly as many members as allowed is accepted
    Given a group "pumps" of "m1" with:
      | maxNrOfMembers | 3 |
    When AE1 updates "pumps" with:
      | memberIDs | "m1", "m2", "m3" |
    Then the answer is UPDATED (2004)
    And "pumps" has the members "m1", "m2", "m3"

  @SOM-UPD-016 @SOM-UPD-001
  Scenario: A limit below the current number of members is refused
    Given a group "pumps" of "m1", "m2", "m3" with:
      | maxNrOfMembers | 5 |
    When AE1 updates "pumps" with:
      | maxNrOfMembers | 2 |
    Then the answer is MAX_NUMBER_OF_MEMBER_EXCEEDED (6010)
    And "pumps" still has:
      | maxNrOfMembers | 5 |

  @SOM-UPD-017
  Scenario: A limit equal to the current number of members is accepted
    Given a group "pumps" of "m1", "m2", "m3" with:
      | maxNrOfMembers | 5 |
    When AE1 updates "pumps" with:
      | maxNrOfMembers | 3 |
    Then the answer is UPDATED (2004)
    And "pumps" has:
      | maxNrOfMembers | 3 |

  @SOM-UPD-001
  Scenario: A refused update leaves the other attributes of the request alone as well
    Given a group "pumps" of "m1", "m2" with:
      | maxNrOfMembers | 2      |
      | groupName      | before |
    When AE1 updates "pumps" with:
      | memberIDs | "m1", "m2", "m3" |
      | groupName | after            |
    Then the answer is MAX_NUMBER_OF_MEMBER_EXCEEDED (6010)
    And "pumps" still has:
      | groupName | before |

  @SOM-SUB-001
  Scenario: After an update the request goes to the members of now
    Given a group "pumps" of "m1", "m2"
    And the members of "pumps" are changed to "m2", "m3"
    When AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then only "m2", "m3" received the request
