@role-group-hosting-cse @ics-group
Feature: Addressing the fanOutPoint
  Clause 7.4.14.1: the group's identifier with /fopt appended, path elements after it, groups within groups.

  Background:
    Given 2 containers "m1", "m2"

  Scenario Outline: The fanOutPoint is reached by the <form> identifier of the group
    Given a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt" by its <form> address
    Then the answer is OK (2000)
    And the answer holds one entry per member

    @SOM-FOP-004
    Examples:
      | form                   |
      | structured             |
      | SP-relative structured |
      | absolute structured    |

    @SOM-FOP-005
    Examples:
      | form                     |
      | unstructured             |
      | SP-relative unstructured |
      | absolute unstructured    |

  @SOM-FOP-001
  Scenario: A retrieve of the fanOutPoint gives the answers of the members and no resource of its own
    Given a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the answer holds entries for "m1", "m2" only

  @SOM-FOP-002
  Scenario: A container has no fanOutPoint
    When AE1 retrieves "m1/fopt"
    Then the answer is a refusal

  @SOM-FOP-006 @SOM-FOP-008
  Scenario: A path after /fopt leads to the resources under the members
    Given a container "log" in each of "m1", "m2"
    And a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt/log"
    Then the answer is OK (2000)
    And the answer holds 2 entries
    And the entry of "m1" has:
      | parentID | "m1" |
    And the entry of "m2" has:
      | parentID | "m2" |

  @SOM-FOP-007 @SOM-FOP-008
  Scenario: A path after /fopt keeps the request away from the members themselves
    Given a container "log" in each of "m1", "m2"
    And a group "pumps" of "m1", "m2"
    When AE1 updates "pumps/fopt/log" with:
      | labels | touched |
    Then the answer is OK (2000)
    And "m1/log" has:
      | labels | touched |
    And "m2/log" has:
      | labels | touched |
    And "m1" has no labels
    And "m2" has no labels

  @SOM-FOP-009
  Scenario: Several path elements after /fopt are appended whole
    Given a container "x" in each of "m1", "m2"
    And a container "y" in each of "m1/x", "m2/x"
    And a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt/x/y"
    Then the answer holds 2 entries
    And the entry of "m1" has:
      | parentID | "m1/x" |
    And the entry of "m2" has:
      | parentID | "m2/x" |

  @SOM-FOP-008
  Scenario: A member without a resource at that path answers that it is not found
    Given a container "log" in each of "m1"
    And a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt/log"
    Then the answer is OK (2000)
    And the entry of "m1" is OK (2000)
    And the entry of "m2" is NOT_FOUND (4004)

  @SOM-FOP-010
  Scenario: With /la after /fopt each container gives its latest contentInstance
    Given a contentInstance "c1" in "m1" with:
      | content | first |
    And a contentInstance "c2" in "m1" with:
      | content | second |
    And a contentInstance "c3" in "m2" with:
      | content | third |
    And a group "pumps" of "m1", "m2"
    When AE1 retrieves "pumps/fopt/la"
    Then the answer is OK (2000)
    And the entry of "m1" has:
      | content | second |
    And the entry of "m2" has:
      | content | third |

  @SOM-FOP-010
  Scenario: With /ol after /fopt each container gives its oldest contentInstance
    Given a contentInstance "c1" in "m1" with:
      | content | first |
    And a contentInstance "c2" in "m1" with:
      | content | second |
    And a group "pumps" of "m1"
    When AE1 retrieves "pumps/fopt/ol"
    Then the entry of "m1" has:
      | content | first |

  @SOM-FOP-011
  Scenario: Members that are fanOutPoints pass the request on to the members of their groups
    Given 2 containers "m3", "m4"
    And a group "left" of "m1", "m2"
    And a group "right" of "m3", "m4"
    And a group "all" of "left/fopt", "right/fopt"
    When AE1 updates "all/fopt" with:
      | labels | touched |
    Then the answer is OK (2000)
    And the answer holds 4 entries
    And "m1", "m2", "m3" and "m4" received the request

  @SOM-FOP-011
  Scenario: A group that is a member without /fopt gets the request itself
    Given a group "sub" of "m2"
    And a group "all" of "m1", "sub"
    When AE1 retrieves "all/fopt"
    Then the answer is OK (2000)
    And the answer holds 2 entries
    And the entry of "sub" has:
      | memberIDs | "m2" |

  @SOM-FOP-011 @SOM-FOP-008
  Scenario: A path after /fopt is passed on through a group within the group
    Given a container "log" in each of "m1", "m2"
    And a group "sub" of "m2"
    And a group "all" of "m1", "sub/fopt"
    When AE1 updates "all/fopt/log" with:
      | labels | touched |
    Then "m1/log" has:
      | labels | touched |
    And "m2/log" has:
      | labels | touched |
    And "m2" has no labels
