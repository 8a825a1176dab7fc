@role-group-hosting-cse @ics-group
Feature: Attributes of a group at create
  Tables 7.4.13.1-2 and 7.4.13.1-3: what an Originator may give in a create, what it must give, what the Hosting
  CSE sets, and what holds where an attribute is absent.

  Scenario Outline: <attribute> cannot be given in a create
    Given a container "m1"
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1"    |
      | maxNrOfMembers | 3       |
      | <attribute>    | <value> |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

    @SOM-ATT-004
    Examples:
      | attribute    | value |
      | resourceType | 9     |

    @SOM-ATT-006
    Examples:
      | attribute  | value     |
      | resourceID | 'grp0001' |

    @SOM-ATT-008
    Examples:
      | attribute | value     |
      | parentID  | 'cse0001' |

    @SOM-ATT-012
    Examples:
      | attribute    | value             |
      | creationTime | '20200101T000000' |

    @SOM-ATT-016
    Examples:
      | attribute        | value             |
      | lastModifiedTime | '20200101T000000' |

    @SOM-ATT-036
    Examples:
      | attribute          | value |
      | currentNrOfMembers | 1     |

    @SOM-ATT-048
    Examples:
      | attribute           | value |
      | memberTypeValidated | true  |

    @SOM-ATT-056
    Examples:
      | attribute                | value |
      | semanticSupportIndicator | true  |

  Scenario Outline: <attribute> given in a create is kept
    Given a container "m1"
    And an access control policy "p1":
      | AE1 | everything |
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1"    |
      | maxNrOfMembers | 3       |
      | <attribute>    | <value> |
    Then the answer is CREATED (2001)
    And "pumps" has:
      | <attribute> | <value> |

    @SOM-ATT-010
    Examples:
      | attribute              | value |
      | accessControlPolicyIDs | "p1"  |

    @SOM-ATT-018
    Examples:
      | attribute | value     |
      | labels    | blue, red |

    @SOM-ATT-030 @ics-group.memberTypeValidation
    Examples:
      | attribute  | value     |
      | memberType | container |

    @SOM-ATT-046 @ics-group.membersAccessControl
    Examples:
      | attribute                     | value |
      | membersAccessControlPolicyIDs | "p1"  |

    @SOM-ATT-051
    Examples:
      | attribute           | value     |
      | consistencyStrategy | SET_MIXED |

    @SOM-ATT-054
    Examples:
      | attribute | value     |
      | groupName | All pumps |

    @SOM-ATT-059 @ics-group.notificationAggregation
    Examples:
      | attribute         | value           |
      | notifyAggregation | 2 notifications |

    @SOM-ATT-061 @ics-group.somecast
    Examples:
      | attribute      | value |
      | somecastEnable | true  |

    @SOM-ATT-064 @ics-group.somecast.random
    Examples:
      | attribute         | value  |
      | somecastAlgorithm | RANDOM |

  @SOM-ATT-014
  Scenario: expirationTime can be given in a create
    Given a container "m1"
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1"       |
      | maxNrOfMembers | 3          |
      | expirationTime | 60 minutes |
    Then the answer is CREATED (2001)

  @SOM-ATT-001
  Scenario: resourceName given in a create names the group
    Given a container "m1"
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1" |
      | maxNrOfMembers | 3    |
    Then the answer is CREATED (2001)
    And "pumps" has the resourceName of the request

  @SOM-ATT-002
  Scenario: A group created without a resourceName gets one
    Given a container "m1"
    When AE1 creates a group "pumps" with:
      | resourceName   | (absent) |
      | memberIDs      | "m1"     |
      | maxNrOfMembers | 3        |
    Then the answer is CREATED (2001)
    And "pumps" has the members "m1"

  Scenario Outline: A create without <attribute> is refused
    Given a container "m1"
    When AE1 creates a group "pumps" with:
      | <other> | <value> |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

    @SOM-ATT-040
    Examples:
      | attribute      | other     | value |
      | maxNrOfMembers | memberIDs | "m1"  |

    @SOM-ATT-043
    Examples:
      | attribute | other          | value |
      | memberIDs | maxNrOfMembers | 3     |

  @SOM-ATT-042 @SOM-CRE-002
  Scenario Outline: A maxNrOfMembers of <value> is refused
    When AE1 creates a group "pumps" with:
      | memberIDs      | (empty list) |
      | maxNrOfMembers | <value>      |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

    Examples:
      | value  |
      | 0      |
      | -1     |
      | 1.5    |
      | 'five' |

  @SOM-ATT-063 @ics-group.somecast
  Scenario Outline: A somecastEnable of <value> is no boolean and is refused
    When AE1 creates a group "pumps" with:
      | memberIDs      | (empty list) |
      | maxNrOfMembers | 3            |
      | somecastEnable | <value>      |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

    Examples:
      | value |
      | 'yes' |
      | 2     |

  @SOM-ATT-031 @SOM-ATT-035
  Scenario: A group created with nothing but its members is of memberType MIXED and of no specialization
    Given a container "m1"
    When AE1 creates a group "pumps" with:
      | memberIDs      | "m1" |
      | maxNrOfMembers | 3    |
    Then the answer is CREATED (2001)
    And "pumps" has:
      | memberType | MIXED |
    And "pumps" has no specializationType

  @SOM-ATT-045
  Scenario: A group can be created without members
    When AE1 creates a group "pumps" with:
      | memberIDs      | (empty list) |
      | maxNrOfMembers | 3            |
    Then the answer is CREATED (2001)
    And "pumps" has no members
