@role-group-hosting-cse @ics-group
Feature: Who may use the fanOutPoint
  Table 7.4.13.1-3 row membersAccessControlPolicyIDs and clause 7.4.14.2.4 step a: the policies for the members
  decide at the fanOutPoint, the group's own where there are none; each member is protected by its own as well.

  Background:
    Given an access control policy "everyone":
      | AE1 | everything |
      | AE2 | everything |
    And an access control policy "owner only":
      | AE1 | everything |
    And an access control policy "readers":
      | AE1 | everything |
      | AE2 | retrieve   |
    And a container "m1" with:
      | accessControlPolicyIDs | "everyone" |
    And a container "m2" with:
      | accessControlPolicyIDs | "everyone" |

  @SOM-ACC-001 @ics-group.membersAccessControl
  Scenario: membersAccessControlPolicyIDs let an Originator in whom the group's own policies keep out
    Given a group "pumps" of "m1", "m2" with:
      | accessControlPolicyIDs        | "owner only" |
      | membersAccessControlPolicyIDs | "everyone"   |
    When AE2 updates "pumps/fopt" with:
      | labels | touched |
    Then the answer is OK (2000)
    And every entry is UPDATED (2004)

  @SOM-ACC-001 @SOM-ACC-003 @ics-group.membersAccessControl
  Scenario: membersAccessControlPolicyIDs keep an Originator out whom the group's own policies let in
    Given a group "pumps" of "m1", "m2" with:
      | accessControlPolicyIDs        | "everyone"   |
      | membersAccessControlPolicyIDs | "owner only" |
    When AE2 updates "pumps/fopt" with:
      | labels | touched |
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And no member received a request

  @SOM-ACC-001 @ics-group.membersAccessControl
  Scenario: membersAccessControlPolicyIDs are judged by the operation: a reader may read
    Given a group "pumps" of "m1", "m2" with:
      | accessControlPolicyIDs        | "owner only" |
      | membersAccessControlPolicyIDs | "readers"    |
    When AE2 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And every entry is OK (2000)

  @SOM-ACC-001 @SOM-ACC-003 @ics-group.membersAccessControl
  Scenario: membersAccessControlPolicyIDs are judged by the operation: a reader may not update
    Given a group "pumps" of "m1", "m2" with:
      | accessControlPolicyIDs        | "everyone" |
      | membersAccessControlPolicyIDs | "readers"  |
    When AE2 updates "pumps/fopt" with:
      | labels | touched |
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And no member received a request

  @SOM-ACC-002
  Scenario: Without membersAccessControlPolicyIDs the group's own policies let an Originator in
    Given a group "pumps" of "m1", "m2" with:
      | accessControlPolicyIDs | "everyone" |
    When AE2 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And every entry is OK (2000)

  @SOM-ACC-002 @SOM-ACC-003
  Scenario: Without membersAccessControlPolicyIDs the group's own policies keep an Originator out
    Given a group "pumps" of "m1", "m2" with:
      | accessControlPolicyIDs | "owner only" |
    When AE2 updates "pumps/fopt" with:
      | labels | touched |
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And no member received a request

  @SOM-ACC-003
  Scenario: An Originator that is not registered may not use the fanOutPoint
    Given a group "pumps" of "m1", "m2" with:
      | accessControlPolicyIDs | "owner only" |
    When AE3 retrieves "pumps/fopt"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103) or ORIGINATOR_NOT_AUTHENTICATED (4106)

  @SOM-ACC-003 @ics-remote-cse
  Scenario: A request without privilege reaches no member on another CSE
    Given 2 containers "far1", "far2" on CSE2
    And a group "meters" of "far1", "far2" with:
      | accessControlPolicyIDs | "owner only" |
    When AE2 retrieves "meters/fopt"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And no member received a request

  @SOM-ACC-005 @ics-group.membersAccessControl
  Scenario: Access to the members is no access to the group itself
    Given a group "pumps" of "m1", "m2" with:
      | accessControlPolicyIDs        | "owner only" |
      | membersAccessControlPolicyIDs | "everyone"   |
    When AE2 retrieves "pumps"
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @role-member-hosting-cse @SOM-ACC-004
  Scenario: A member with policies of its own refuses while the other answers
    Given a container "m3" with:
      | accessControlPolicyIDs | "owner only" |
    And a group "pumps" of "m1", "m3" with:
      | accessControlPolicyIDs | "everyone" |
    When AE2 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the entry of "m1" is OK (2000)
    And the entry of "m3" is ORIGINATOR_HAS_NO_PRIVILEGE (4103)

  @SOM-FAN-007 @ics-remote-cse
  Scenario: The member on another CSE sees the Originator that asked, not the owner of the group
    Given 2 containers "far1", "far2" on CSE2
    And a group "meters" of "far1", "far2" with:
      | accessControlPolicyIDs | "everyone" |
    When AE2 retrieves "meters/fopt"
    Then the answer is OK (2000)
    And the request that "far1" received comes from AE2
