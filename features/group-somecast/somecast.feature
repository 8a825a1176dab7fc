@role-group-hosting-cse @ics-group.somecast
Feature: Somecast: a request for any few of the members
  Clause 7.4.14.2.4, fifth paragraph, sentence 3: as many members as the number says are chosen, and only they
  get the request.

  @SOM-CAST-003 @SOM-CAST-008 @SOM-CAST-010
  Scenario Outline: A somecast number of <number> in a group of 4 reaches exactly <number>
    Given a group "pumps" of 4 containers with somecast enabled
    When AE1 updates "pumps/fopt" for any <number> members with:
      | labels | touched |
    Then the answer is OK (2000)
    And the answer holds <number> entries
    And exactly <number> members received the request

    Examples:
      | number |
      | 1      |
      | 2      |
      | 3      |

  @SOM-ATT-062
  Scenario: Somecast enabled by an update works from then on
    Given a group "pumps" of 3 containers with:
      | somecastEnable | false |
    And "pumps" is updated with:
      | somecastEnable | true |
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then the answer is OK (2000)
    And the answer holds 2 entries

  @SOM-CAST-014 @SOM-CAST-008
  Scenario: A create for any two members makes two resources
    Given a group "pumps" of 3 containers with somecast enabled
    When AE1 creates a contentInstance "c1" in "pumps/fopt" for any 2 members
    Then the answer is OK (2000)
    And every entry is CREATED (2001)
    And exactly 2 members received the request

  @SOM-CAST-014 @SOM-CAST-008
  Scenario: A delete for any one member removes one member resource
    Given a group "pumps" of 3 containers with somecast enabled
    When AE1 deletes "pumps/fopt" from any 1 member
    Then the answer is OK (2000)
    And every entry is DELETED (2002)
    And exactly 1 member received the request

  @SOM-CAST-014 @SOM-CAST-010
  Scenario: A retrieve from any two members brings two entries
    Given a group "pumps" of 3 containers with somecast enabled
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then the answer is OK (2000)
    And the answer holds 2 entries
    And every entry is OK (2000)

  @SOM-CAST-015
  Scenario: A path after /fopt is appended to the chosen members
    Given 3 containers "m1", "m2", "m3"
    And a container "log" in each of "m1", "m2", "m3"
    And a group "pumps" of "m1", "m2", "m3" with somecast enabled
    When AE1 updates "pumps/fopt/log" for any 2 members with:
      | labels | touched |
    Then the answer is OK (2000)
    And the answer holds 2 entries
    And every entry is UPDATED (2004)
    And "m1" has no labels
    And "m2" has no labels
    And "m3" has no labels

  @SOM-CAST-008 @SOM-CAST-010 @ics-remote-cse
  Scenario: Of four members on another CSE exactly the chosen two are asked
    Given a group "pumps" of 4 containers on CSE2 with somecast enabled
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then the answer is OK (2000)
    And the answer holds 2 entries
    And exactly 2 members received the request

  @SOM-CAST-012 @ics-remote-cse
  Scenario: Chosen members that do not answer are not replaced by others
    Given a group "pumps" of 4 containers on CSE2 with somecast enabled
    And CSE2 drops the connection on requests to "m1", "m2", "m3", "m4"
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then at most 2 members received the request

  @SOM-CAST-013 @ics-remote-cse
  Scenario: A sub-group that was chosen does not get the number to judge
    Given 2 containers "far1", "far2" on CSE2
    And a group "sub" of "far1", "far2" hosted by CSE2
    And a container "m1"
    And a group "pumps" of "m1", "sub/fopt" with somecast enabled
    When AE1 retrieves "pumps/fopt" from any 1 member, 3 times
    Then the answer is OK (2000)
    And the request that "sub/fopt" received has no Group Somecast Target Number
