@role-group-hosting-cse @ics-group
Feature: Request parameters of a group request
  Table 6.4.1-1: which parameters a request must have, and what holds where one is absent.

  Background:
    Given 3 containers "m1", "m2", "m3"

  @SOM-PAR-036
  Scenario: A request without From is refused
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt" with:
      | From | (absent) |
    Then the answer is a refusal

  @SOM-PAR-004
  Scenario: A request without a Request Identifier is refused
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt" with:
      | Request Identifier | (absent) |
    Then the answer is a refusal

  @SOM-PAR-004
  Scenario: The aggregated answer carries the Request Identifier of the request
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the answer carries the Request Identifier of the request

  @SOM-PAR-013
  Scenario: Without Response Type the answer itself carries the results
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt" with:
      | Response Type | (absent) |
    Then the answer is OK (2000)
    And the answer holds one entry per member

  @SOM-PAR-015
  Scenario: Without Result Content a retrieve gives the members' attributes
    Given a container "m4" with:
      | labels | blue |
    And a group "pumps" of "m1", "m4"
    When AE1 retrieves "pumps/fopt" with:
      | Result Content | (absent) |
    Then the entry of "m4" is OK (2000)
    And the entry of "m4" has:
      | labels | blue |

  @SOM-PAR-017
  Scenario: Delivery Aggregation of false is understood
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 retrieves "pumps/fopt" with:
      | Delivery Aggregation | false |
    Then the answer is OK (2000) or NOT_IMPLEMENTED (5001)

  @SOM-PAR-020
  Scenario: Without Desired Identifier Result Type a discovery gives structured identifiers
    When AE1 discovers the containers below "AE1"
    Then the answer is OK (2000)
    And the answer lists "m1", "m2" and "m3" by their structured identifiers

  @SOM-PAR-033 @ics-remote-cse
  Scenario: A request to a member names the release that it complies with
    Given a group "meters" of 2 containers on CSE2
    When AE1 retrieves "meters/fopt"
    Then the request that "m1" received names its Release Version Indicator
    And the request that "m2" received names its Release Version Indicator

  @SOM-PAR-018 @ics-group.groupRequestIdentifier @ics-remote-cse
  Scenario: A Group Request Identifier with blanks and punctuation reaches the members unchanged
    Given a group "meters" of 3 containers on CSE2
    When AE1 retrieves "meters/fopt" with group request identifier "group 7:a/b;c=d"
    Then the request that "m2" received has:
      | Group Request Identifier | group 7:a/b;c=d |

  @SOM-PAR-025 @ics-group.targetMembers
  Scenario Outline: Group Request Target Members takes a list of <how many>
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 updates "pumps/fopt" for <members> with:
      | labels | touched |
    Then the answer is OK (2000)
    And the answer holds <entries>

    Examples:
      | how many    | members            | entries   |
      | one member  | member "m1"        | 1 entry   |
      | two members | members "m1", "m3" | 2 entries |

  @SOM-PAR-026
  Scenario: Without Group Request Target Members no member is left out
    Given a group "pumps" of "m1", "m2", "m3"
    When AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then exactly 3 members received the request

  @SOM-PAR-028 @ics-group.somecast
  Scenario: Without a somecast number a group with somecast enabled is fanned out to every member
    Given a group "pumps" of "m1", "m2", "m3" with somecast enabled
    When AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then the answer is OK (2000)
    And exactly 3 members received the request

  @SOM-PAR-027 @ics-group.somecast
  Scenario Outline: A somecast number of <value> is no positive integer and is refused
    Given a group "pumps" of "m1", "m2", "m3" with somecast enabled
    When AE1 updates "pumps/fopt" with:
      | Group Somecast Target Number | <value> |
      | labels                       | touched |
    Then the answer is a refusal
    And no member received a request

    Examples:
      | value  |
      | '0'    |
      | '-1'   |
      | '1.5'  |
      | 'many' |
