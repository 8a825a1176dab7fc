@role-group-hosting-cse @ics-group
Feature: Attributes of a group at update
  Tables 7.4.13.1-2 and 7.4.13.1-3: what an Originator may change, and what it may not.

  Scenario Outline: <attribute> cannot be given in an update
    Given a group "pumps" of 2 containers
    When AE1 updates "pumps" with:
      | <attribute> | <value> |
      | groupName   | changed |
    Then the answer is BAD_REQUEST (4000)
    And "pumps" has no groupName

    @SOM-ATT-003
    Examples:
      | attribute    | value     |
      | resourceName | 'renamed' |

    @SOM-ATT-005
    Examples:
      | attribute    | value |
      | resourceType | 9     |

    @SOM-ATT-007
    Examples:
      | attribute  | value     |
      | resourceID | 'grp0001' |

    @SOM-ATT-009
    Examples:
      | attribute | value     |
      | parentID  | 'cse0001' |

    @SOM-ATT-013
    Examples:
      | attribute    | value             |
      | creationTime | '20200101T000000' |

    @SOM-ATT-017
    Examples:
      | attribute        | value             |
      | lastModifiedTime | '20200101T000000' |

    @SOM-ATT-027
    Examples:
      | attribute | value      |
      | creator   | 'CSomeone' |

    @SOM-ATT-032
    Examples:
      | attribute  | value     |
      | memberType | container |

    @SOM-ATT-034
    Examples:
      | attribute          | value   |
      | specializationType | battery |

    @SOM-ATT-037
    Examples:
      | attribute          | value |
      | currentNrOfMembers | 1     |

    @SOM-ATT-049
    Examples:
      | attribute           | value |
      | memberTypeValidated | true  |

    @SOM-ATT-053
    Examples:
      | attribute           | value         |
      | consistencyStrategy | ABANDON_GROUP |

    @SOM-ATT-057
    Examples:
      | attribute                | value |
      | semanticSupportIndicator | true  |

  Scenario Outline: <attribute> given in an update is kept
    Given 2 containers "m1", "m2"
    And an access control policy "p1":
      | AE1 | everything |
    And a group "pumps" of "m1" with:
      | accessControlPolicyIDs | "p1" |
    And an access control policy "p2":
      | AE1 | everything |
    When AE1 updates "pumps" with:
      | <attribute> | <value> |
    Then the answer is UPDATED (2004)
    And "pumps" has:
      | <attribute> | <value> |

    @SOM-ATT-011
    Examples:
      | attribute              | value |
      | accessControlPolicyIDs | "p2"  |

    @SOM-ATT-019
    Examples:
      | attribute | value     |
      | labels    | blue, red |

    @SOM-ATT-041
    Examples:
      | attribute      | value |
      | maxNrOfMembers | 12    |

    @SOM-ATT-044
    Examples:
      | attribute | value      |
      | memberIDs | "m1", "m2" |

    @SOM-ATT-047 @ics-group.membersAccessControl
    Examples:
      | attribute                     | value |
      | membersAccessControlPolicyIDs | "p2"  |

    @SOM-ATT-055
    Examples:
      | attribute | value     |
      | groupName | All pumps |

    @SOM-ATT-060 @ics-group.notificationAggregation
    Examples:
      | attribute         | value           |
      | notifyAggregation | 4 notifications |

    @SOM-ATT-065 @ics-group.somecast.random
    Examples:
      | attribute         | value  |
      | somecastAlgorithm | RANDOM |

  @SOM-ATT-015
  Scenario: expirationTime can be given in an update
    Given a group "pumps" of 2 containers
    When AE1 updates "pumps" with:
      | expirationTime | 60 minutes |
    Then the answer is UPDATED (2004)

  @SOM-ATT-038
  Scenario: currentNrOfMembers follows the members through create and update
    Given 3 containers "m1", "m2", "m3"
    And a group "pumps" of "m1", "m2", "m3"
    And "pumps" has:
      | currentNrOfMembers | 3 |
    When AE1 updates "pumps" with:
      | memberIDs | "m2" |
    Then the answer is UPDATED (2004)
    And "pumps" has:
      | currentNrOfMembers | 1 |

  @SOM-ATT-039
  Scenario: currentNrOfMembers stays within maxNrOfMembers when an update asks for more
    Given 3 containers "m1", "m2", "m3"
    And a group "pumps" of "m1", "m2" with:
      | maxNrOfMembers | 2 |
    When AE1 updates "pumps" with:
      | memberIDs | "m1", "m2", "m3" |
    Then the answer is a refusal
    And "pumps" still has:
      | currentNrOfMembers | 2 |

  @SOM-ATT-045
  Scenario: An update can take the last members out of a group
    Given a group "pumps" of 2 containers
    When AE1 updates "pumps" with:
      | memberIDs | (empty list) |
    Then the answer is UPDATED (2004)
    And "pumps" has no members
