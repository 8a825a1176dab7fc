@role-group-hosting-cse @ics-group
Feature: Members that fail, are late or misbehave
  Clause 7.4.14.2.4 step c and what follows: one member's trouble is that member's entry and nobody else's.
  Whether a member that did not answer has no entry or one that reports a failure is the CSE's choice. Where silence or
  noise is to reach the CSE itself, each member is on a CSE of its own: no sub-group there stands between.

  @SOM-FAN-013
  Scenario: A member that no longer exists leaves the entries of the others alone
    Given 3 containers "m1", "m2", "m3"
    And a group "pumps" of "m1", "m2", "m3"
    And "m2" is deleted
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And the entry of "m1" is OK (2000)
    And "m2" has no entry or one that reports a failure
    And the entry of "m3" is OK (2000)

  @SOM-FAN-013 @ics-remote-cse
  Scenario: A member that refuses has its refusal as its entry
    Given a group "pumps" of 3 containers on CSE2
    And CSE2 refuses every request to "m2" with OPERATION_NOT_ALLOWED (4005)
    When AE1 updates "pumps/fopt" with:
      | labels | touched |
    Then the answer is OK (2000)
    And the entry of "m1" is UPDATED (2004)
    And the entry of "m2" is OPERATION_NOT_ALLOWED (4005)
    And the entry of "m3" is UPDATED (2004)

  @SOM-FAN-013 @SOM-FAN-003 @ics-remote-cse
  Scenario: The answer is OK even when every member refuses
    Given a group "pumps" of 2 containers on CSE2
    And CSE2 refuses every request to "m1", "m2" with OPERATION_NOT_ALLOWED (4005)
    When AE1 retrieves "pumps/fopt"
    Then the answer is OK (2000)
    And every entry is OPERATION_NOT_ALLOWED (4005)

  @SOM-FAN-013 @ics-remote-cse
  Scenario: Members on a reachable CSE answer while another CSE is unreachable
    Given a container "m1"
    And a container "m2" on CSE2
    And a container "m3" on CSE3
    And a group "pumps" of "m1", "m2", "m3"
    And CSE3 is unreachable
    When AE1 retrieves "pumps/fopt" expecting results within 5 seconds
    Then the answer is OK (2000)
    And the entry of "m1" is OK (2000)
    And the entry of "m2" is OK (2000)
    And "m3" has no entry or one that reports a failure

  @SOM-FAN-015 @ics-group.resultExpiration @ics-remote-cse
  Scenario: When the result expires the answers that are in are returned
    Given a container "m1"
    And a container "m2" on CSE2
    And a container "m3" on CSE3
    And a group "pumps" of "m1", "m2", "m3"
    And CSE3 stays silent to "m3"
    When AE1 retrieves "pumps/fopt" expecting results within 3 seconds
    Then the answer is OK (2000)
    And the entry of "m1" is OK (2000)
    And the entry of "m2" is OK (2000)
    And "m3" has no entry or one that reports a failure

  @SOM-FAN-015 @ics-group.resultExpiration @ics-remote-cse
  Scenario: The answer does not wait for a member beyond the expiration of the result
    Given a container "m1"
    And a container "m2" on CSE2
    And a group "pumps" of "m1", "m2"
    And CSE2 answers for "m2" after 60 seconds
    When AE1 retrieves "pumps/fopt" expecting results within 3 seconds
    Then the answer comes before 30 seconds are over
    And the entry of "m1" is OK (2000)
    And "m2" has no entry or one that reports a failure

  @SOM-FAN-016 @ics-group.resultExpiration @ics-remote-cse
  Scenario: When no member has answered before the result expires the request fails
    Given a container "m1" on CSE2
    And a container "m2" on CSE3
    And a group "pumps" of "m1", "m2"
    And CSE2 stays silent to "m1"
    And CSE3 stays silent to "m2"
    When AE1 retrieves "pumps/fopt" expecting results within 3 seconds
    Then the answer is GROUP_MEMBERS_NOT_RESPONDED (5209)

  @SOM-FAN-020 @ics-remote-cse
  Scenario: A member that drops the connection disturbs no other
    Given a container "m1"
    And a container "m2" on CSE2
    And a container "m3" on CSE3
    And a group "pumps" of "m1", "m2", "m3"
    And CSE2 drops the connection on requests to "m2"
    When AE1 retrieves "pumps/fopt" expecting results within 5 seconds
    Then the answer is OK (2000)
    And the entry of "m1" is OK (2000)
    And "m2" has no entry or one that reports a failure
    And the entry of "m3" is OK (2000)

  @SOM-FAN-020 @ics-remote-cse
  Scenario: A member that answers with garbage disturbs no other
    Given a container "m1"
    And a container "m2" on CSE2
    And a container "m3" on CSE3
    And a group "pumps" of "m1", "m2", "m3"
    And CSE2 answers for "m2" with garbage
    When AE1 retrieves "pumps/fopt" expecting results within 5 seconds
    Then the answer is OK (2000)
    And the entry of "m1" is OK (2000)
    And "m2" has no entry or one that reports a failure
    And the entry of "m3" is OK (2000)

  @SOM-FAN-020 @SOM-FAN-002 @ics-remote-cse
  Scenario: A member that answers twice has one entry
    Given a container "m1"
    And a container "m2" on CSE2
    And a container "m3" on CSE3
    And a group "pumps" of "m1", "m2", "m3"
    And CSE2 answers for "m2" twice
    When AE1 retrieves "pumps/fopt" expecting results within 5 seconds
    Then the answer is OK (2000)
    And the answer holds entries for "m1", "m2", "m3" only

  @SOM-FAN-020 @ics-remote-cse
  Scenario: A member that answers with another request identifier disturbs no other
    Given a container "m1"
    And a container "m2" on CSE2
    And a container "m3" on CSE3
    And a group "pumps" of "m1", "m2", "m3"
    And CSE2 answers for "m2" with another request identifier
    When AE1 retrieves "pumps/fopt" expecting results within 5 seconds
    Then the answer is OK (2000)
    And the entry of "m1" is OK (2000)
    And the entry of "m3" is OK (2000)

  @SOM-FAN-020 @ics-group.resultExpiration @ics-remote-cse
  Scenario: An answer that comes late does not turn up in the next request
    Given a container "m1"
    And a container "m2" on CSE2
    And a group "pumps" of "m1", "m2"
    And CSE2 answers for "m2" after 5 seconds
    And AE1 has retrieved "pumps/fopt" expecting results within 2 seconds
    When AE1 retrieves "pumps/fopt" expecting results within 20 seconds
    Then the answer is OK (2000)
    And the answer holds entries for "m1", "m2" only
