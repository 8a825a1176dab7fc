@role-member-hosting-cse @ics-group.groupRequestIdentifier
Feature: The member-hosting CSE tells duplicate group requests
  Clause 7.4.14.2.4, third paragraph. The tester plays the group-hosting CSE and sends requests with a group
  request identifier to resources of the CSE. The same identifier is repeated at the same resource, where a
  comparison of the identifier alone and of identifier and target agree.

  Background:
    Given a container "m1"

  @SOM-GID-008
  Scenario: A request with a new identifier is carried out
    When CSE2 fans out AE1's create to "m1" with group request identifier "g1"
    Then the answer is CREATED (2001)
    And "m1" has 1 children of type contentInstance

  @SOM-GID-006 @SOM-GID-007
  Scenario: The same identifier again is refused and not executed
    Given CSE2 has fanned out AE1's create to "m1" with group request identifier "g1"
    When CSE2 fans out AE1's create to "m1" with group request identifier "g1"
    Then the answer is GROUP_REQUEST_IDENTIFIER_EXISTS (4104)
    And "m1" has 1 children of type contentInstance

  @SOM-GID-009
  Scenario Outline: The identifier of a <first> is remembered
    Given CSE2 has fanned out AE1's <first> to "m1" with group request identifier "g1"
    When CSE2 fans out AE1's <second> to "m1" with group request identifier "g1"
    Then the answer is GROUP_REQUEST_IDENTIFIER_EXISTS (4104)

    Examples:
      | first    | second   |
      | retrieve | retrieve |
      | update   | update   |
      | create   | retrieve |

  @SOM-GID-006
  Scenario: The same identifier by way of another CSE is refused
    Given CSE2 has fanned out AE1's create to "m1" with group request identifier "g1"
    When CSE3 fans out AE1's create to "m1" with group request identifier "g1"
    Then the answer is GROUP_REQUEST_IDENTIFIER_EXISTS (4104)
    And "m1" has 1 children of type contentInstance

  @SOM-GID-010 @SOM-GID-008
  Scenario Outline: Identifier "<second>" after "<first>" is another request
    Given CSE2 has fanned out AE1's create to "m1" with group request identifier "<first>"
    When CSE2 fans out AE1's create to "m1" with group request identifier "<second>"
    Then the answer is CREATED (2001)
    And "m1" has 2 children of type contentInstance

    Examples:
      | first | second |
      | g1    | g2     |
      | g1    | G1     |
      | g1    | g1-    |

  @SOM-GID-006 @SOM-GID-007
  Scenario: Of two concurrent requests with one identifier exactly one is carried out
    When CSE2 fans out AE1's create to "m1" with group request identifier "g1" twice at once
    Then one answer is CREATED (2001) and the other GROUP_REQUEST_IDENTIFIER_EXISTS (4104)
    And "m1" has 1 children of type contentInstance

  @SOM-GID-011
  Scenario: Requests without identifier are carried out as often as they come
    Given a contentInstance "c1" in "m1"
    When AE1 creates a contentInstance "c2" in "m1"
    Then the answer is CREATED (2001)
    And "m1" has 2 children of type contentInstance

  @SOM-GID-011
  Scenario: A request without identifier after one with an identifier is carried out
    Given CSE2 has fanned out AE1's create to "m1" with group request identifier "g1"
    When AE1 creates a contentInstance "c2" in "m1"
    Then the answer is CREATED (2001)
