@role-group-hosting-cse @ics-group.groupRequestIdentifier
Feature: The group request identifier at the group-hosting CSE
  Clause 7.4.14.2.4: an identifier is made where none is given, kept where one is given, and sent to every member.

  @SOM-GID-001 @SOM-GID-005 @ics-remote-cse
  Scenario: A request without identifier gets one, the same for all members
    Given 2 containers "m1", "m2" on CSE2
    And a container "m3" on CSE3
    And a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt"
    Then the requests that "m1", "m2" and "m3" received carry the same Group Request Identifier

  @SOM-GID-002 @ics-remote-cse
  Scenario: Two requests get two identifiers
    Given a group "pumps" of 2 containers on CSE2
    And AE1 has retrieved "pumps/fopt" expecting results within 20 seconds
    When AE1 retrieves "pumps/fopt"
    Then the requests of the two turns carry different Group Request Identifiers

  @SOM-GID-004 @SOM-GID-005 @ics-remote-cse
  Scenario: An identifier that is there already is kept
    Given a container "m1" on CSE2
    And a container "m2" on CSE3
    And a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt" with group request identifier "g1"
    Then the request that "m1" received has:
      | Group Request Identifier | g1 |
    And the request that "m2" received has:
      | Group Request Identifier | g1 |

  @SOM-GID-012
  Scenario: A fanOutPoint refuses an identifier that it has had before
    Given a group "pumps" of 2 containers
    And CSE2 has fanned out AE1's create to "pumps/fopt" with group request identifier "g1"
    When CSE2 fans out AE1's create to "pumps/fopt" with group request identifier "g1"
    Then the answer is GROUP_REQUEST_IDENTIFIER_EXISTS (4104)
    And "m1" has at most 1 children of type contentInstance
    And "m2" has at most 1 children of type contentInstance

  @SOM-GID-012 @ics-remote-cse
  Scenario: A repeated identifier at a fanOutPoint reaches no member
    Given a group "pumps" of 2 containers on CSE3
    And CSE2 has fanned out AE1's retrieve to "pumps/fopt" with group request identifier "g1"
    When CSE2 fans out AE1's retrieve to "pumps/fopt" with group request identifier "g1"
    Then the answer is GROUP_REQUEST_IDENTIFIER_EXISTS (4104)
    And no member received a request

  @SOM-GID-003 @SOM-FAN-017
  Scenario: Two groups that contain each other do not keep a request going
    Given 2 containers "m1", "m2"
    And a group "right" of "m2"
    And a group "left" of "m1", "right/fopt"
    And the members of "right" are changed to "m2", "left/fopt"
    When AE1 creates a contentInstance "c1" in "left/fopt" with:
      | resourceName | (absent) |
    Then the answer is OK (2000)
    And "m1" has at most 1 children of type contentInstance
    And "m2" has at most 1 children of type contentInstance

  @SOM-FAN-017
  Scenario: A group that contains itself does not keep a request going
    Given a container "m1"
    And a group "self" of "m1"
    And the members of "self" are changed to "m1", "self/fopt"
    When AE1 creates a contentInstance "c1" in "self/fopt" with:
      | resourceName | (absent) |
    Then the answer is OK (2000)
    And "m1" has at most 1 children of type contentInstance

  @SOM-GID-003 @SOM-GID-006
  Scenario: A container that two sub-groups share executes a request once
    Given a container "m1"
    And a group "left" of "m1"
    And a group "right" of "m1"
    And a group "all" of "left/fopt", "right/fopt"
    When AE1 creates a contentInstance "c1" in "all/fopt" with:
      | resourceName | (absent) |
    Then the answer is OK (2000)
    And "m1" has 1 children of type contentInstance
