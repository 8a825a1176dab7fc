@role-group-hosting-cse @ics-group @ics-remote-cse
Feature: Notifications of the members are aggregated
  Clause 7.4.14.2.3: a subscription made through the fanOutPoint reports to the group-hosting CSE, which passes
  the members' notifications on together. Where the document is silent on NT1's share, TS-0001 10.2.7.11 holds.

  Background:
    Given 3 containers "m1", "m2", "m3" on CSE2
    And a notification target "NT1"

  @SOM-NAG-002
  Scenario: Without a notificationForwardingURI the subscription goes to the members as it came
    Given a group "pumps" of "m1", "m2"
    When AE1 creates a subscription "watch" in "pumps/fopt" with:
      | notificationURI | "NT1" |
    Then the subscription that "m1" received has:
      | notificationURI | "NT1" |
    And the subscription that "m2" received has:
      | notificationURI | "NT1" |

  @SOM-NAG-001 @SOM-NAG-003 @SOM-NAG-004 @ics-group.notificationAggregation
  Scenario: With a notificationForwardingURI the members are told to notify the CSE
    Given a group "pumps" of "m1", "m2"
    When AE1 creates a subscription "watch" in "pumps/fopt" with:
      | notificationURI           | "NT1" |
      | notificationForwardingURI | "NT1" |
    Then the answer is OK (2000)
    And the subscription that "m1" received has:
      | notificationURI | an address at the CSE |
    And the subscription that "m2" received has:
      | notificationURI | an address at the CSE |

  @SOM-NAG-005 @SOM-NAG-006 @SOM-NAG-008 @ics-group.notificationAggregation
  Scenario: Two notifications of the members become one aggregate of two
    Given a group "pumps" of "m1", "m2" with:
      | notifyAggregation | 2 notifications |
    And AE1 has subscribed through "pumps/fopt" with forwarding to "NT1"
    When "m1", "m2" notify what they were subscribed with
    Then "NT1" eventually received 2 notifications
    And "NT1" received 1 aggregated notification of 2 notifications

  @SOM-NAG-008 @ics-group.notificationAggregation
  Scenario: Fewer notifications than the number are passed on when the duration is over
    Given a group "pumps" of "m1", "m2", "m3" with:
      | notifyAggregation | 10 notifications or 5 seconds |
    And AE1 has subscribed through "pumps/fopt" with forwarding to "NT1"
    When "m1", "m3" notify what they were subscribed with
    Then "NT1" eventually received 2 notifications

  @SOM-NAG-008 @ics-group.notificationAggregation
  Scenario: Before the number and the duration are reached nothing is passed on
    Given a group "pumps" of "m1", "m2", "m3" with:
      | notifyAggregation | 3 notifications or 10 minutes |
    And AE1 has subscribed through "pumps/fopt" with forwarding to "NT1"
    When "m1", "m2" notify what they were subscribed with
    Then "NT1" received 0 notifications

  @SOM-NAG-007 @ics-group.notificationAggregation
  Scenario: A notification from someone who is not a member is not passed on
    Given a group "pumps" of "m1", "m2" with:
      | notifyAggregation | 1 notifications |
    And AE1 has subscribed through "pumps/fopt" with forwarding to "NT1"
    When CSE3 notifies the same address without being a member
    Then the notification was refused with ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And "NT1" received 0 notifications

  @SOM-NAG-001 @SOM-NAG-002 @ics-group.notificationAggregation
  Scenario: A create of something else than a subscription is passed on as it came
    Given a group "pumps" of "m1", "m2"
    When AE1 creates a contentInstance "c1" in "pumps/fopt" with:
      | content | hello |
    Then the request that "m1" received has:
      | Operation | create |
      | content   | hello  |
