@role-group-hosting-cse @ics-group.targetMembers
Feature: Group Request Target Members
  Clause 7.4.14.2.4, fourth paragraph: a request for named members goes to these only, or to nobody when one of
  them is no member.

  Background:
    Given 4 containers "m1", "m2", "m3", "m4"

  @SOM-TGT-004
  Scenario: The request goes to the named members only
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 updates "pumps/fopt" for members "m1", "m3" with:
      | labels | touched |
    Then the answer is OK (2000)
    And the answer holds entries for "m1", "m3" only
    And only "m1", "m3" received the request

  @SOM-TGT-004
  Scenario: A single named member is the only one that answers a retrieve
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt" from member "m2"
    Then the answer is OK (2000)
    And the answer holds entries for "m2" only

  @SOM-TGT-004
  Scenario: Naming every member is the same as naming none
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 updates "pumps/fopt" for members "m1", "m2", "m3" with:
      | labels | touched |
    Then the answer is OK (2000)
    And exactly 3 members received the request

  @SOM-TGT-004
  Scenario: A path after /fopt is appended to the named members only
    Given a container "log" in each of "m1", "m2"
    And a group "pumps" of "m1", "m2"
    When AE1 updates "pumps/fopt/log" for member "m2" with:
      | labels | touched |
    Then "m2/log" has:
      | labels | touched |
    And "m1/log" has no labels

  @SOM-TGT-001
  Scenario: A container that is no member is refused as a target
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt" from member "m4"
    Then the answer is BAD_REQUEST (4000)

  @SOM-TGT-001
  Scenario: A target that is no resource at all is refused
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt" from member "nowhere"
    Then the answer is BAD_REQUEST (4000)

  @SOM-TGT-001
  Scenario: A member that was taken out of the group is refused as a target
    Given a group "pumps" of "m1", "m2", "m3"
    And the members of "pumps" are changed to "m1", "m2"
    When AE1 retrieves "pumps/fopt" from member "m3"
    Then the answer is BAD_REQUEST (4000)

  @SOM-TGT-002
  Scenario: One wrong target among right ones keeps the request from all
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 updates "pumps/fopt" for members "m1", "m4" with:
      | labels | touched |
    Then the answer is BAD_REQUEST (4000)
    And "m1" has no labels
    And "m4" has no labels

  @SOM-TGT-002 @ics-remote-cse
  Scenario: A wrong target keeps the request from members on another CSE
    Given 2 containers "far1", "far2" on CSE2
    And a group "pumps" of "far1", "far2"
    When AE1 retrieves "pumps/fopt" from members "far1", "m4"
    Then the answer is BAD_REQUEST (4000)
    And no member received a request

  @SOM-TGT-003 @SOM-TGT-005
  Scenario: A member of a sub-group can be named, and its neighbours are left alone
    Given a group "sub" of "m3", "m4"
    And a group "pumps" of "m1", "m2", "sub/fopt"
    When AE1 updates "pumps/fopt" for member "m3" with:
      | labels | touched |
    Then the answer is OK (2000)
    And "m3" has:
      | labels | touched |
    And "m1" has no labels
    And "m2" has no labels
    And "m4" has no labels

  @SOM-TGT-003 @SOM-TGT-005
  Scenario: Members of the group and of its sub-group can be named together
    Given a group "sub" of "m3", "m4"
    And a group "pumps" of "m1", "m2", "sub/fopt"
    When AE1 updates "pumps/fopt" for members "m1", "m4" with:
      | labels | touched |
    Then the answer is OK (2000)
    And the answer holds 2 entries
    And "m1" has:
      | labels | touched |
    And "m4" has:
      | labels | touched |
    And "m2" has no labels
    And "m3" has no labels

  @SOM-TGT-003
  Scenario: A sub-group and a member of it can be named together
    Given a group "sub" of "m3", "m4"
    And a group "pumps" of "m1", "m2", "sub/fopt"
    When AE1 updates "pumps/fopt" for members "sub/fopt", "m3" with:
      | labels | touched |
    Then the answer is OK (2000)
    And "m3" has:
      | labels | touched |
    And "m4" has:
      | labels | touched |
    And "m1" has no labels

  @SOM-TGT-005 @ics-remote-cse
  Scenario: A member of a sub-group on another CSE is reached without its neighbours
    Given 2 containers "far1", "far2" on CSE2
    And a group "sub" of "far1", "far2" hosted by CSE2
    And a group "pumps" of "m1", "sub/fopt"
    When AE1 updates "pumps/fopt" for member "far1" with:
      | labels | touched |
    Then the answer is OK (2000)
    And "far1" received the request
    And "far2" received no request
    And "m1" has no labels

  @SOM-TGT-007
  Scenario Outline: A member is found by its <form> identifier
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt" from member "m2" (<form>)
    Then the answer is OK (2000)
    And the answer holds entries for "m2" only

    Examples:
      | form         |
      | structured   |
      | unstructured |
      | SP-relative  |
