@flow
Feature: Call flow 1, session establishment
  Registration, subscription, discovery, establishment and policy, seen from each place that the target can have in the
  chain. The text has no step 12, which the figure shows: it is the notification itself. Step 23 is answered by CSE1.

  @SES-FLOW-001 @SES-FLOW-002 @SES-EST-001 @SES-EST-006 @SES-EST-008 @SES-EST-009 @SES-EST-016 @SES-EST-017 @SES-EST-019 @SES-EST-022 @SES-EST-023
  @role-session-cse @ics-session.first
  Scenario: Establishment through the first CSE
    Given the CSE is the first CSE
    When step 1: CSE2 registers with the session capability
    Then step 1: the CSE shows the session capability
    When step 2: AE1 registers with the session capability
    Then step 2: AE1 has a sessions collection
    When step 6: AE1 discovers the applications for sessions on CSE2
    Then step 6: CSE2 received the discovery
    And step 6: the answer lists AE2
    When step 7: AE1 establishes a session "s1" with AE2
    Then step 8: the session in the answer has:
      | sessionID          | a new identifier |
      | sessionCredentials | a new key        |
    And step 9: the establishment that CSE2 received has:
      | From                          | the CSE      |
      | targetEndpoint                | AE2          |
      | sessionID                     | "s1"         |
      | sessionCredentials            | "s1"         |
      | initiatingEndpoint.endpointID | AE1          |
    And step 16: the session "s1" has a sessionEndpoint with:
      | endpointID | AE1 |
    And step 16: the session "s1" has a sessionEndpoint with:
      | endpointID | AE2 |
    And step 16: the session "s1" has a nextHop with:
      | nextHopCSE | CSE2 |
      | leadsTo    | AE2  |
    And step 17: the answer is CREATED (2001)
    When step 18: AE1 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then step 19: CSE2 received the policy
    And step 22: the session "s1" has the policy "p1"
    And step 23: the answer is CREATED (2001)
    And the messages of the session went in this order:
      | CSE2    | the CSE | registration          |
      | the CSE | CSE2    | answer CREATED (2001) |
      | AE1     | the CSE | registration          |
      | the CSE | AE1     | answer CREATED (2001) |
      | AE1     | the CSE | discovery             |
      | the CSE | CSE2    | discovery             |
      | CSE2    | the CSE | answer OK (2000)      |
      | the CSE | AE1     | answer OK (2000)      |
      | AE1     | the CSE | establishment         |
      | the CSE | CSE2    | establishment         |
      | CSE2    | the CSE | answer CREATED (2001) |
      | the CSE | AE1     | answer CREATED (2001) |
      | AE1     | the CSE | policy                |
      | the CSE | CSE2    | policy                |
      | CSE2    | the CSE | answer CREATED (2001) |
      | the CSE | AE1     | answer CREATED (2001) |

  @SES-FLOW-001 @SES-FLOW-002 @SES-EST-001 @SES-EST-004 @SES-EST-005 @SES-EST-006 @SES-EST-010 @SES-EST-011 @SES-EST-012 @SES-EST-014 @SES-EST-015 @SES-EST-020 @SES-EST-021
  @role-session-cse @ics-session.last
  Scenario: Establishment through the last CSE
    Given the CSE is the last CSE
    And AE2 has not subscribed to its sessions
    When step 1: CSE1 registers with the session capability
    Then step 1: the CSE shows the session capability
    When step 2: AE2 registers with the session capability
    Then step 2: AE2 has a sessions collection
    When step 3: AE2 subscribes to its sessions
    Then step 5: the answer is CREATED (2001)
    When step 6: AE1 discovers the applications for sessions on the CSE
    Then step 6: the answer lists AE2
    When step 9: AE1 establishes a session "s1" with AE2
    Then step 11: the establishment that AE2 received has:
      | type                          | 1    |
      | sessionID                     | "s1" |
      | sessionCredentials            | "s1" |
      | initiatingEndpoint.endpointID | AE1  |
    And step 12: AE2 received 1 establishment
    And step 14: the session "s1" has a sessionEndpoint with:
      | endpointID | AE1 |
    And step 14: the session "s1" has a sessionEndpoint with:
      | endpointID | AE2 |
    And step 14: the session "s1" has a nextHop with:
      | nextHopCSE | CSE1 |
      | leadsTo    | AE1  |
    And step 15: the answer is CREATED (2001)
    When step 19: AE1 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then step 20: the session "s1" has the policy "p1"
    And step 21: the answer is CREATED (2001)
    And the messages of the session went in this order:
      | CSE1    | the CSE | registration          |
      | the CSE | CSE1    | answer CREATED (2001) |
      | AE2     | the CSE | registration          |
      | the CSE | AE2     | answer CREATED (2001) |
      | AE2     | the CSE | subscription          |
      | the CSE | AE2     | answer CREATED (2001) |
      | CSE1    | the CSE | discovery             |
      | the CSE | CSE1    | answer OK (2000)      |
      | CSE1    | the CSE | establishment         |
      | the CSE | AE2     | establishment         |
      | AE2     | the CSE | answer OK (2000)      |
      | the CSE | CSE1    | answer CREATED (2001) |
      | CSE1    | the CSE | policy                |
      | the CSE | CSE1    | answer CREATED (2001) |

  @SES-FLOW-001 @SES-FLOW-002 @SES-EST-009 @SES-EST-016 @SES-EST-019 @SES-EST-022
  @role-session-cse @ics-session.middle
  Scenario: Establishment through a middle CSE
    Given the CSE is the middle CSE
    When step 9: AE1 establishes a session "s1" with AE2
    Then step 9: the establishment that CSE3 received has:
      | From               | the CSE       |
      | targetEndpoint     | AE2           |
      | sessionID          | "s1"          |
      | sessionCredentials | "s1"          |
      | path               | CSE1, the CSE |
    And step 16: the session "s1" has a nextHop with:
      | nextHopCSE | CSE1 |
      | leadsTo    | AE1  |
    And step 16: the session "s1" has a nextHop with:
      | nextHopCSE | CSE3 |
      | leadsTo    | AE2  |
    And step 15: the answer is CREATED (2001)
    When step 19: AE1 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then step 22: the session "s1" has the policy "p1"
    And step 21: the answer is CREATED (2001)
    And the messages of the session went in this order:
      | CSE1    | the CSE | establishment         |
      | the CSE | CSE3    | establishment         |
      | CSE3    | the CSE | answer CREATED (2001) |
      | the CSE | CSE1    | answer CREATED (2001) |
      | CSE1    | the CSE | policy                |
      | the CSE | CSE3    | policy                |
      | CSE3    | the CSE | answer CREATED (2001) |
      | the CSE | CSE1    | answer CREATED (2001) |

  @SES-FLOW-001 @SES-FLOW-002 @SES-EST-004 @SES-EST-005 @SES-EST-006 @SES-EST-008 @SES-EST-011 @SES-EST-012 @SES-EST-014 @SES-EST-017 @SES-EST-022 @SES-EST-023
  @role-session-cse @ics-session.only
  Scenario: Establishment on one CSE
    Given the CSE is the only CSE
    And AE2 has not subscribed to its sessions
    When step 2: AE1 registers with the session capability
    And step 2: AE2 registers with the session capability
    And step 3: AE2 subscribes to its sessions
    Then step 5: the answer is CREATED (2001)
    When step 6: AE1 discovers the applications for sessions on the CSE
    Then step 6: the answer lists AE2
    When step 7: AE1 establishes a session "s1" with AE2
    Then step 8: the session in the answer has:
      | sessionID          | a new identifier |
      | sessionCredentials | a new key        |
    And step 11: the establishment that AE2 received has:
      | sessionID                     | "s1"              |
      | sessionCredentials            | "s1"              |
      | initiatingEndpoint.endpointID | AE1               |
    And step 14: the session "s1" has 2 children of type sessionEndpoint
    And step 17: the answer is CREATED (2001)
    When step 18: AE1 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then step 22: the session "s1" has the policy "p1"
    And step 23: the answer is CREATED (2001)
    And the messages of the session went in this order:
      | AE1     | the CSE | registration          |
      | the CSE | AE1     | answer CREATED (2001) |
      | AE2     | the CSE | registration          |
      | the CSE | AE2     | answer CREATED (2001) |
      | AE2     | the CSE | subscription          |
      | the CSE | AE2     | answer CREATED (2001) |
      | AE1     | the CSE | discovery             |
      | the CSE | AE1     | answer OK (2000)      |
      | AE1     | the CSE | establishment         |
      | the CSE | AE2     | establishment         |
      | AE2     | the CSE | answer OK (2000)      |
      | the CSE | AE1     | answer CREATED (2001) |
      | AE1     | the CSE | policy                |
      | the CSE | AE1     | answer CREATED (2001) |

  @SES-EST-007 @SES-EST-018
  @role-ae
  Scenario: The initiating application goes through establishment
    When step 7: the application is told to establish a session "s1" with AE2
    Then step 7: the establishment of the application has:
      | targetEndpoint | AE2 |
    When step 18: the application is told to set a policy "p1" on "s1" with:
      | delivery | immediate |
    Then step 18: the policy of the application has:
      | delivery | immediate |

  @SES-EST-002 @SES-EST-003 @SES-EST-013
  @role-ae
  Scenario: The receiving application goes through establishment
    When step 2: the application is told to offer sessions
    Then step 2: the application advertises the session capability
    And step 3: the application sent 1 subscription
    And step 3: the subscription of the application has:
      | notificationURI | an HTTP address |
    When step 11: CSE1 invites the application to a session "s1" from AE1
    Then step 13: the application answers OK (2000)
