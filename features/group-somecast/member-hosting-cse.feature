@role-member-hosting-cse
Feature: A member-hosting CSE serves fanned-out requests
  Clauses 7.4.14.2.2 and 7.4.14.2.4, last paragraph. The tester plays the group-hosting CSE.

  @SOM-FAN-014
  Scenario Outline: A fanned-out <operation> is carried out as any <operation>
    Given a container "m1"
    When CSE2 fans out AE1's <operation> to "m1" with group request identifier "g1"
    Then the answer is <status>

    Examples:
      | operation | status         |
      | create    | CREATED (2001) |
      | retrieve  | OK (2000)      |
      | update    | UPDATED (2004) |
      | delete    | DELETED (2002) |

  @SOM-FAN-014
  Scenario: A fanned-out request to a resource that is not there is answered so
    When CSE2 fans out AE1's retrieve to "nowhere" with group request identifier "g1"
    Then the answer is NOT_FOUND (4004)

  @SOM-ACC-004
  Scenario: A member is protected against an Originator whom the group let through
    Given a container "m1"
    When CSE2 fans out AE2's update to "m1" with group request identifier "g1"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And "m1" has no labels

  @SOM-ACC-004
  Scenario: A member lets the Originator in whom its own policy names
    Given an access control policy "p1":
      | AE1 | everything |
      | AE2 | retrieve   |
    And a container "m1" with:
      | accessControlPolicyIDs | "p1" |
    When CSE2 fans out AE2's retrieve to "m1" with group request identifier "g1"
    Then the answer is OK (2000)

  @SOM-SUB-003 @ics-remote-cse
  Scenario: A group-hosting CSE can make a sub-group here and use it
    Given an access control policy "p1":
      | AE1  | everything |
      | CSE2 | everything |
    And a container "m1" with:
      | accessControlPolicyIDs | "p1" |
    And a container "m2" with:
      | accessControlPolicyIDs | "p1" |
    And CSE2 has created a group "sub" under its remoteCSE with:
      | memberIDs              | "m1", "m2" |
      | maxNrOfMembers         | 2          |
      | accessControlPolicyIDs | "p1"       |
    When CSE2 fans out AE1's retrieve to "sub/fopt" with group request identifier "g1"
    Then the answer is OK (2000)
    And the answer holds entries for "m1", "m2" only

  @SOM-SUB-009 @ics-remote-cse
  Scenario: A sub-group without a proposed name is given one
    Given an access control policy "p1":
      | AE1  | everything |
      | CSE2 | everything |
    And a container "m1" with:
      | accessControlPolicyIDs | "p1" |
    And a container "m2" with:
      | accessControlPolicyIDs | "p1" |
    When CSE2 creates a group "sub" under its remoteCSE with:
      | resourceName           | (absent)   |
      | memberIDs              | "m1", "m2" |
      | maxNrOfMembers         | 2          |
      | accessControlPolicyIDs | "p1"       |
    Then the answer is CREATED (2001)
    And "sub" has the members "m1", "m2"
