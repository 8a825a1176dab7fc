@role-group-hosting-cse @ics-group
Feature: A request is fanned out to every member
  Clauses 7.4.14.1 and 7.4.14.2.4 with steps a to c: each member gets the request once, the answers are aggregated.

  @SOM-FAN-001 @SOM-FAN-002 @SOM-FAN-003
  Scenario: A retrieve brings one entry per member
    Given a group "pumps" of 3 containers
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the answer holds one entry per member
    And every entry is OK (2000)

  @SOM-FAN-004
  Scenario: Each entry names the member it comes from
    Given a group "pumps" of 3 containers
    When AE1 retrieves "pumps/fopt"
    Then the answer holds one entry per member
    And every entry names its member

  @SOM-FAN-005 @SOM-FAN-001 @SOM-FAN-003
  Scenario: An update changes every member
    Given a group "pumps" of 3 containers
    When AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then the answer is OK (2000)
    And every entry is UPDATED (2004)
    And "m1", "m2" and "m3" received the request

  @SOM-FAN-005 @SOM-FAN-001 @SOM-FAN-003
  Scenario: A create makes a resource under every member
    Given a group "pumps" of 3 containers
    When AE1 creates a contentInstance "c1" in "pumps/fopt"
    Then the answer is OK (2000)
    And every entry is CREATED (2001)
    And "m1" has 1 children of type contentInstance
    And "m2" has 1 children of type contentInstance
    And "m3" has 1 children of type contentInstance

  @SOM-FAN-005 @SOM-FAN-001 @SOM-FAN-003
  Scenario: A delete removes every member
    Given a group "pumps" of 3 containers
    When AE1 deletes "pumps/fopt"
    Then the answer is OK (2000)
    And every entry is DELETED (2002)
    And "m1" does not exist
    And "m2" does not exist
    And "m3" does not exist
    And "pumps" exists

  @SOM-FAN-001 @SOM-FAN-002
  Scenario: A group of one member brings one entry
    Given a group "pumps" of 1 containers
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the answer holds 1 entry

  @SOM-FAN-002
  Scenario: A group of 50 members brings 50 entries
    Given a group "pumps" of 50 containers
    When AE1 retrieves "pumps/fopt"
    Then the answer holds 50 entries
    And the answer holds one entry per member

  @SOM-FAN-006
  Scenario Outline: A <kind> at a group without members is refused
    Given a group "pumps" without members
    When AE1 <stimulus>
    Then the answer is NO_MEMBERS (4109)

    Examples:
      | kind               | stimulus                                       |
      | retrieve           | retrieves "pumps/fopt"                         |
      | delete             | deletes "pumps/fopt"                           |
      | create             | creates a contentInstance "c1" in "pumps/fopt" |
      | retrieve of latest | retrieves "pumps/fopt/la"                      |

  @SOM-FAN-006
  Scenario: A group that has lost its last member refuses like one that never had any
    Given a group "pumps" of 2 containers
    And the members of "pumps" are changed to nobody
    When AE1 retrieves "pumps/fopt"
    Then the answer is NO_MEMBERS (4109)

  @SOM-FAN-007 @ics-remote-cse
  Scenario: The member on another CSE sees the original Originator
    Given a group "pumps" of 2 containers on CSE2
    When AE1 retrieves "pumps/fopt"
    Then the request that "m1" received comes from AE1
    And the request that "m2" received comes from AE1

  @SOM-FAN-008 @SOM-FAN-011 @ics-remote-cse
  Scenario: The request goes to the member's own identifier at the CSE that hosts it
    Given a container "near" on CSE2
    And a container "far" on CSE3
    And a group "pumps" of "near", "far"
    When AE1 retrieves "pumps/fopt"
    Then the request that "near" received is addressed to "near"
    And the request that "far" received is addressed to "far"
    And exactly 2 members received the request

  @SOM-FAN-009 @ics-remote-cse
  Scenario: What follows /fopt is appended to the member's identifier
    Given 2 containers "m1", "m2" on CSE2
    And a container "log" in each of "m1", "m2"
    And a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt/log"
    Then the request that "m1/log" received is addressed to "m1/log"
    And the request that "m2/log" received is addressed to "m2/log"
    And "m1", "m2" received no request

  @SOM-FAN-010 @ics-remote-cse
  Scenario: The member gets the operation and the content of the original request
    Given a group "pumps" of 2 containers on CSE2
    When AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then the request that "m1" received has:
      | Operation | update  |
      | labels    | touched |
    And the request that "m2" received has:
      | Operation | update  |
      | labels    | touched |

  @SOM-FAN-010 @ics-remote-cse
  Scenario: The request that a member gets is complete
    Given a group "pumps" of 2 containers on CSE2
    When AE1 creates a contentInstance "c1" in "pumps/fopt"
    Then the request that "m1" received has:
      | Operation     | create |
      | Resource Type | 4      |
    And the request that "m1" received names its From
    And the request that "m1" received names its Request Identifier
    And the request that "m1" received names its Release Version Indicator
    And the request that "m2" received names its Request Identifier

  @SOM-FAN-012 @ics-remote-cse
  Scenario: The CSE waits for a member that takes its time
    Given a group "pumps" of 3 containers on CSE2
    And CSE2 answers for "m2" after 1 seconds
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the answer holds one entry per member
