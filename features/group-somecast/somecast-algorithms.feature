@role-group-hosting-cse @ics-group.somecast
Feature: How somecast chooses the members
  Change 3 and clause 7.4.14.2.4: the four algorithms of somecastAlgorithm. The document names them only; weights
  and work load are read as in design section 6, behind ICS items of their own.

  @SOM-ALG-001 @SOM-CAST-009
  Scenario: ROUND_ROBIN gives every member its turn
    Given a group "pumps" of 4 containers with:
      | somecastEnable    | true        |
      | somecastAlgorithm | ROUND_ROBIN |
    When AE1 retrieves "pumps/fopt" from any 1 member, 8 times
    Then every turn reached exactly 1 different members
    And each member received 2 requests

  @SOM-ALG-001 @SOM-CAST-009
  Scenario: ROUND_ROBIN with two members a turn keeps the members level
    Given a group "pumps" of 3 containers with:
      | somecastEnable    | true        |
      | somecastAlgorithm | ROUND_ROBIN |
    When AE1 retrieves "pumps/fopt" from any 2 members, 6 times
    Then every turn reached exactly 2 different members
    And each member received 4 requests

  @SOM-ALG-001
  Scenario: In the middle of a round no two members differ by more than one
    Given a group "pumps" of 4 containers with:
      | somecastEnable    | true        |
      | somecastAlgorithm | ROUND_ROBIN |
    When AE1 retrieves "pumps/fopt" from any 1 member, 7 times
    Then no two members differ by more than 1 request

  @SOM-ATT-066
  Scenario: Without somecastAlgorithm the members take turns
    Given a group "pumps" of 5 containers with somecast enabled
    When AE1 retrieves "pumps/fopt" from any 1 member, 10 times
    Then each member received 2 requests

  @SOM-ALG-001 @SOM-CAST-009 @ics-group.somecast.random
  Scenario: An update to ROUND_ROBIN makes the members take turns
    Given a group "pumps" of 5 containers with:
      | somecastEnable    | true   |
      | somecastAlgorithm | RANDOM |
    And "pumps" is updated with:
      | somecastAlgorithm | ROUND_ROBIN |
    When AE1 retrieves "pumps/fopt" from any 1 member, 15 times
    Then each member received 3 requests

  @SOM-ALG-002 @SOM-CAST-009 @ics-group.somecast.weighted
  Scenario: WEIGHTED_ROUND_ROBIN gives a member of weight 3 three turns in five
    Given a container "m1" with:
      | labels | weight:3 |
    And 2 containers "m2", "m3"
    And a group "pumps" of "m1", "m2", "m3" with:
      | somecastEnable    | true                 |
      | somecastAlgorithm | WEIGHTED_ROUND_ROBIN |
    When AE1 retrieves "pumps/fopt" from any 1 member, 5 times
    Then "m1" received 3 requests
    And "m2" received 1 request
    And "m3" received 1 request

  @SOM-ALG-002 @ics-group.somecast.weighted
  Scenario: WEIGHTED_ROUND_ROBIN without weights gives every member the same
    Given a group "pumps" of 3 containers with:
      | somecastEnable    | true                 |
      | somecastAlgorithm | WEIGHTED_ROUND_ROBIN |
    When AE1 retrieves "pumps/fopt" from any 1 member, 6 times
    Then each member received 2 requests

  @SOM-ALG-002 @SOM-CAST-008 @ics-group.somecast.weighted
  Scenario: WEIGHTED_ROUND_ROBIN with two members a turn never takes the heavy one twice in a turn
    Given a container "m1" with:
      | labels | weight:9 |
    And 2 containers "m2", "m3"
    And a group "pumps" of "m1", "m2", "m3" with:
      | somecastEnable    | true                 |
      | somecastAlgorithm | WEIGHTED_ROUND_ROBIN |
    When AE1 retrieves "pumps/fopt" from any 2 members, 4 times
    Then every turn reached exactly 2 different members

  @SOM-ALG-003 @SOM-CAST-009 @ics-group.somecast.leastWorkLoad @ics-group.targetMembers @ics-remote-cse
  Scenario: LEAST_WORK_LOAD passes a member by that still has a request to answer
    Given a group "pumps" of 3 containers on CSE2 with:
      | somecastEnable    | true            |
      | somecastAlgorithm | LEAST_WORK_LOAD |
    And CSE2 stays silent to "m2"
    And AE1 is waiting for "pumps/fopt" from member "m2"
    When AE1 retrieves "pumps/fopt" from any 2 members
    Then the answer is OK (2000)
    And only "m1", "m3" received the request

  @SOM-ALG-003 @SOM-CAST-008 @ics-group.somecast.leastWorkLoad
  Scenario: LEAST_WORK_LOAD with idle members reaches as many as asked for
    Given a group "pumps" of 4 containers with:
      | somecastEnable    | true            |
      | somecastAlgorithm | LEAST_WORK_LOAD |
    When AE1 retrieves "pumps/fopt" from any 2 members, 3 times
    Then every turn reached exactly 2 different members

  @SOM-ALG-004 @SOM-CAST-009 @ics-group.somecast.random
  Scenario: RANDOM reaches every member in the long run
    Given a group "pumps" of 3 containers with:
      | somecastEnable    | true   |
      | somecastAlgorithm | RANDOM |
    When AE1 retrieves "pumps/fopt" from any 1 member, 60 times
    Then every turn reached exactly 1 different members
    And every member received at least 1 request

  @SOM-ALG-004 @SOM-CAST-008 @ics-group.somecast.random
  Scenario: RANDOM with two members a turn never takes one twice in a turn
    Given a group "pumps" of 3 containers with:
      | somecastEnable    | true   |
      | somecastAlgorithm | RANDOM |
    When AE1 retrieves "pumps/fopt" from any 2 members, 20 times
    Then every turn reached exactly 2 different members

  @SOM-ALG-005
  Scenario Outline: A somecastAlgorithm of <value> is refused at create
    When AE1 creates a group "pumps" with:
      | memberIDs         | (empty list) |
      | maxNrOfMembers    | 3            |
      | somecastEnable    | true         |
      | somecastAlgorithm | <value>      |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

    Examples:
      | value |
      | 0     |
      | 5     |
      | '1'   |

  @SOM-ALG-005
  Scenario: An undefined somecastAlgorithm is refused at update
    Given a group "pumps" of 3 containers with:
      | somecastEnable    | true        |
      | somecastAlgorithm | ROUND_ROBIN |
    When AE1 updates "pumps" with:
      | somecastAlgorithm | 9 |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" still has:
      | somecastAlgorithm | ROUND_ROBIN |
