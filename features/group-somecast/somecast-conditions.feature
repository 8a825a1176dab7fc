@role-group-hosting-cse @ics-group.somecast
Feature: When a somecast is refused
  Clause 7.4.14.2.4, fifth paragraph, sentences 1 and 2: a somecast number must be below the number of members,
  come without target members and meet a group with somecast enabled.

  @SOM-CAST-001 @SOM-CAST-007
  Scenario: A somecast number equal to the number of members is refused
    Given a group "pumps" of 3 containers with somecast enabled
    When AE1 updates "pumps/fopt" for any 3 members with:
      | labels | touched |
    Then the answer is BAD_REQUEST (4000)
    And no member received a request

  @SOM-CAST-002 @SOM-CAST-007
  Scenario Outline: A somecast number of <number> in a group of 3 is refused
    Given a group "pumps" of 3 containers with somecast enabled
    When AE1 updates "pumps/fopt" for any <number> members with:
      | labels | touched |
    Then the answer is BAD_REQUEST (4000)
    And no member received a request

    Examples:
      | number |
      | 4      |
      | 1000   |

  @SOM-CAST-001
  Scenario: A group of one member has nobody to choose from
    Given a group "pumps" of 1 containers with somecast enabled
    When AE1 retrieves "pumps/fopt" from any 1 member
    Then the answer is BAD_REQUEST (4000)

  @SOM-CAST-004 @SOM-CAST-007 @ics-group.targetMembers
  Scenario: A somecast number together with target members is refused
    Given a group "pumps" of 3 containers with somecast enabled
    When AE1 updates "pumps/fopt" with:
      | Group Somecast Target Number | 1          |
      | Group Request Target Members | "m1", "m2" |
      | labels                       | touched    |
    Then the answer is BAD_REQUEST (4000)
    And no member received a request

  @SOM-CAST-005 @SOM-CAST-007
  Scenario: A group with somecast disabled refuses a somecast number
    Given a group "pumps" of 3 containers with:
      | somecastEnable | false |
    When AE1 updates "pumps/fopt" for any 2 members with:
      | labels | touched |
    Then the answer is BAD_REQUEST (4000)
    And no member received a request

  @SOM-CAST-006 @SOM-CAST-007
  Scenario: A group that says nothing of somecast refuses a somecast number
    Given a group "pumps" of 3 containers
    When AE1 updates "pumps/fopt" for any 2 members with:
      | labels | touched |
    Then the answer is BAD_REQUEST (4000)
    And no member received a request

  @SOM-ATT-062 @SOM-CAST-005
  Scenario: Somecast disabled by an update works no more
    Given a group "pumps" of 3 containers with somecast enabled
    And "pumps" is updated with:
      | somecastEnable | false |
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then the answer is BAD_REQUEST (4000)

  @SOM-CAST-011
  Scenario: After an update the number is held against the members of now
    Given a group "pumps" of 4 containers with somecast enabled
    And the members of "pumps" are changed to "m1", "m2"
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then the answer is BAD_REQUEST (4000)

  @SOM-CAST-007 @SOM-CAST-002 @ics-remote-cse
  Scenario: A refused somecast asks no member on another CSE
    Given a group "pumps" of 3 containers on CSE2 with somecast enabled
    When AE1 retrieves "pumps/fopt" from any 4 members
    Then the answer is BAD_REQUEST (4000)
    And no member received a request
