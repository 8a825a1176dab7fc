@role-group-hosting-cse @ics-group.specializationType
Feature: Members conform to specializationType
  Clauses 7.4.13.2.1 step 1 and 7.4.13.2.3 step 4: a group of one mgmtObj or flexContainer specialization.

  @SOM-SPT-001 @SOM-ATT-033
  Scenario Outline: A group whose members are all <word> resources is created
    Given 2 resources "s1", "s2" of type <word>
    When AE1 creates a group "special" with:
      | memberIDs           | "s1", "s2"    |
      | maxNrOfMembers      | 5             |
      | memberType          | <memberType>  |
      | specializationType  | <word>        |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is CREATED (2001)
    And "special" has the members "s1", "s2"
    And "special" has:
      | specializationType | <word> |

    Examples:
      | word         | memberType    |
      | battery      | mgmtObj       |
      | colour | flexContainer |

  @SOM-SPT-001
  Scenario Outline: Under ABANDON_GROUP a <other> among <word> resources is refused
    Given a <word> "s1"
    And a <other> "s2"
    When AE1 creates a group "special" with:
      | memberIDs           | "s1", "s2"    |
      | maxNrOfMembers      | 5             |
      | memberType          | <memberType>  |
      | specializationType  | <word>        |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is a refusal
    And "special" does not exist

    Examples:
      | word         | other       | memberType    |
      | battery      | deviceInfo  | mgmtObj       |
      | colour | temperature | flexContainer |

  @SOM-SPT-006
  Scenario: Without specializationType a group of mgmtObj takes different specializations
    Given a battery "s1"
    And a deviceInfo "s2"
    When AE1 creates a group "special" with:
      | memberIDs           | "s1", "s2"    |
      | maxNrOfMembers      | 5             |
      | memberType          | mgmtObj       |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is CREATED (2001)
    And "special" has the members "s1", "s2"

  @SOM-SPT-002
  Scenario: A sub-group of another specialization is refused at create
    Given a battery "s1"
    And a deviceInfo "s2"
    And a group "sub" of "s2" with:
      | memberType         | mgmtObj    |
      | specializationType | deviceInfo |
    When AE1 creates a group "special" with:
      | memberIDs           | "s1", "sub/fopt" |
      | maxNrOfMembers      | 5                |
      | memberType          | mgmtObj          |
      | specializationType  | battery          |
      | consistencyStrategy | ABANDON_GROUP    |
    Then the answer is a refusal
    And "special" does not exist

  @SOM-SPT-003 @ics-remote-cse
  Scenario: The specialization of a member on another CSE is learned from there
    Given a battery "s1" on CSE2
    When AE1 creates a group "special" with:
      | memberIDs           | "s1"          |
      | maxNrOfMembers      | 5             |
      | memberType          | mgmtObj       |
      | specializationType  | battery       |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is CREATED (2001)
    And "special" has the members "s1"

  @SOM-SPT-001 @ics-remote-cse
  Scenario: A member of another specialization on another CSE is found out
    Given a battery "s1"
    And a deviceInfo "s2" on CSE2
    When AE1 creates a group "special" with:
      | memberIDs           | "s1", "s2"    |
      | maxNrOfMembers      | 5             |
      | memberType          | mgmtObj       |
      | specializationType  | battery       |
      | consistencyStrategy | ABANDON_GROUP |
    Then the answer is a refusal

  @SOM-SPT-004
  Scenario: An update with a member of another specialization is refused under ABANDON_GROUP
    Given a battery "s1"
    And a deviceInfo "s2"
    And a group "special" of "s1" with:
      | memberType          | mgmtObj       |
      | specializationType  | battery       |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "special" with:
      | memberIDs | "s1", "s2" |
    Then the answer is a refusal
    And "special" has the members "s1"

  @SOM-SPT-004
  Scenario: An update with another member of the same specialization is taken
    Given 2 resources "s1", "s2" of type battery
    And a group "special" of "s1" with:
      | memberType          | mgmtObj       |
      | specializationType  | battery       |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "special" with:
      | memberIDs | "s1", "s2" |
    Then the answer is UPDATED (2004)
    And "special" has the members "s1", "s2"

  @SOM-SPT-005
  Scenario: A sub-group of another specialization is refused at update
    Given a battery "s1"
    And a deviceInfo "s2"
    And a group "sub" of "s2" with:
      | memberType         | mgmtObj    |
      | specializationType | deviceInfo |
    And a group "special" of "s1" with:
      | memberType          | mgmtObj       |
      | specializationType  | battery       |
      | consistencyStrategy | ABANDON_GROUP |
    When AE1 updates "special" with:
      | memberIDs | "s1", "sub/fopt" |
    Then the answer is a refusal
    And "special" has the members "s1"
