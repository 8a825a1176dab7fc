@role-group-hosting-cse @ics-group.subGroupCreation @ics-remote-cse
Feature: Helper sub-groups on a member-hosting CSE
  Clause 7.4.14.2.2: several members on one remote CSE can be served through a sub-group there. A helper
  sub-group is used for all of its members or not at all.

  @SOM-SUB-002 @SOM-SUB-006 @SOM-SUB-013
  Scenario: Members on one CSE are served through a sub-group of all of them
    Given a group "pumps" of 3 containers on CSE2
    When AE1 retrieves "pumps/fopt"
    Then CSE2 was asked to create a group of "m1", "m2", "m3"
    And each member received 1 request
    And the answer is OK (2000)
    And the answer holds one entry per member

  @SOM-SUB-004 @SOM-SUB-005
  Scenario: The sub-group is asked for by the CSE itself at a place of its own
    Given a group "pumps" of 3 containers on CSE2
    When AE1 retrieves "pumps/fopt"
    Then the group that CSE2 was asked to create is addressed to its CSEBase or to the CSE's remoteCSE there
    And the group that CSE2 was asked to create has:
      | From | the CSE |

  @SOM-SUB-002
  Scenario: A single member on a CSE needs no sub-group
    Given a container "m1" on CSE2
    And a container "m2" on CSE3
    And a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt"
    Then CSE2 was not asked to create a group
    And CSE3 was not asked to create a group
    And each member received 1 request

  @SOM-SUB-006
  Scenario: Each sub-group holds the members of its own CSE only
    Given 2 containers "m1", "m2" on CSE2
    And 2 containers "m3", "m4" on CSE3
    And a container "m5"
    And a group "pumps" of "m1", "m2", "m3", "m4", "m5"
    When AE1 retrieves "pumps/fopt"
    Then CSE2 was asked to create a group of "m1", "m2"
    And CSE3 was asked to create a group of "m3", "m4"
    And each member received 1 request

  @SOM-SUB-010
  Scenario: The parent group keeps its members when a sub-group is made
    Given a group "pumps" of 3 containers on CSE2
    When AE1 retrieves "pumps/fopt"
    Then CSE2 was asked to create a group of "m1", "m2", "m3"
    And "pumps" has the members "m1", "m2", "m3"

  @SOM-SUB-011 @SOM-SUB-013
  Scenario: A second request reaches each member once, through the same sub-group or a new one
    Given a group "pumps" of 3 containers on CSE2
    And AE1 has retrieved "pumps/fopt" expecting results within 20 seconds
    When AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then the answer is OK (2000)
    And each member received 1 request

  @SOM-SUB-012
  Scenario: A member taken out of the parent group is no longer reached through the sub-group
    Given 4 containers "m1", "m2", "m3", "m4" on CSE2
    And a group "pumps" of "m1", "m2", "m3"
    And AE1 has retrieved "pumps/fopt" expecting results within 20 seconds
    And the members of "pumps" are changed to "m1", "m2", "m4"
    When AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then only "m1", "m2", "m4" received the request

  @SOM-SUB-014 @ics-group.targetMembers
  Scenario: A request for some members does not reach the others of their sub-group
    Given a group "pumps" of 3 containers on CSE2
    And AE1 has retrieved "pumps/fopt" expecting results within 20 seconds
    When AE1 updates "pumps/fopt" for members "m1", "m2" with:
      | labels | touched |
    Then only "m1", "m2" received the request

  @SOM-SUB-014 @ics-group.somecast
  Scenario: A somecast does not reach the members it did not select
    Given a group "pumps" of 4 containers on CSE2 with somecast enabled
    And AE1 has retrieved "pumps/fopt" expecting results within 20 seconds
    When AE1 updates "pumps/fopt" for any 2 members with:
      | labels | touched |
    Then exactly 2 members received the request

  @SOM-SUB-015
  Scenario: With the parent group its sub-group goes
    Given a group "pumps" of 3 containers on CSE2
    And AE1 has retrieved "pumps/fopt" expecting results within 20 seconds
    When AE1 deletes "pumps"
    Then the answer is DELETED (2002)
    And CSE2 was asked to delete that group

  @SOM-SUB-016
  Scenario: Where no sub-group may be made the members get the request all the same
    Given a group "pumps" of 3 containers on CSE2
    And CSE2 will not create groups
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And each member received 1 request
    And the answer holds one entry per member
