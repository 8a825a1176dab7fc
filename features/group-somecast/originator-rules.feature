@role-ae
Feature: What the Originator of a group request does
  Clauses 7.4.13.2.1 and 7.4.13.2.3, paragraph "Originator": the application under test is told what group is
  wanted, and the tester, playing the CSE, looks at the one request that it sends.

  Background:
    Given the application knows the group "sub" and the containers "m1", "m2"

  @SOM-ORI-001
  Scenario: A group whose members are to be reached gets the suffix /fopt at create
    When the application is told to create a group "pumps" with:
      | members         | "m1"  |
      | every member of | "sub" |
    Then its request has:
      | memberIDs | "m1", "sub/fopt" |

  @SOM-ORI-002
  Scenario: A group that is a member as such gets no suffix at create
    When the application is told to create a group "pumps" with:
      | members | "m1"  |
      | as such | "sub" |
    Then its request has:
      | memberIDs | "m1", "sub" |

  @SOM-ORI-003
  Scenario: A group of containers is created with memberType container
    When the application is told to create a group "pumps" with:
      | members | "m1", "m2" |
      | of type | container  |
    Then its request has:
      | memberType | container |

  @SOM-ORI-004 @SOM-ORI-005
  Scenario: A group of one flexContainer specialization names type and containerDefinition
    Given the application knows the colour resources "s1", "s2"
    When the application is told to create a group "switches" with:
      | members           | "s1", "s2"   |
      | of specialization | colour |
    Then its request has:
      | memberType         | flexContainer |
      | specializationType | colour  |

  @SOM-ORI-006 @SOM-ORI-007
  Scenario: A group of one mgmtObj specialization names type and mgmtDefinition
    Given the application knows the battery resources "b1", "b2"
    When the application is told to create a group "batteries" with:
      | members           | "b1", "b2" |
      | of specialization | battery    |
    Then its request has:
      | memberType         | mgmtObj |
      | specializationType | battery |

  @SOM-ORI-008
  Scenario: A group of various specializations is created without specializationType
    Given the application knows the battery resource "b1"
    And the application knows the deviceInfo resource "d1"
    When the application is told to create a group "various" with:
      | members        | "b1", "d1"          |
      | of mixed types | battery, deviceInfo |
    Then its request has no specializationType

  @SOM-ORI-009
  Scenario: A group whose members are to be reached gets the suffix /fopt at update
    Given the application has created a group "pumps" with:
      | members | "m1" |
    When the application is told to change the members of "pumps" to:
      | members         | "m2"  |
      | every member of | "sub" |
    Then its request has:
      | memberIDs | "m2", "sub/fopt" |

  @SOM-ORI-010
  Scenario: A group that is a member as such gets no suffix at update
    Given the application has created a group "pumps" with:
      | members | "m1" |
    When the application is told to change the members of "pumps" to:
      | members | "m2"  |
      | as such | "sub" |
    Then its request has:
      | memberIDs | "m2", "sub" |
