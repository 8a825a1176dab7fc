@role-session-cse @ics-session.first
Feature: Establishment at the first CSE
  Steps 7 to 9, 16 and 17 of call flow 1: the CSE of AE1 allocates identifier and key, asks the next hop, and makes its
  resources when that has accepted.

  Background:
    Given the CSE is the first CSE

  @SES-EST-008 @SES-IDN-001 @SES-IDN-003
  Scenario: AE1 is told identifier and key
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And the session in the answer has:
      | sessionID          | a new identifier  |
      | sessionCredentials | a new key         |
      | sessionAddress     | its address there |

  @SES-IDN-004 @SES-EST-009
  Scenario: The next hop is sent what AE1 is told
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And the establishment that CSE2 received has:
      | From               | the CSE |
      | targetEndpoint     | AE2     |
      | sessionID          | "s1"    |
      | sessionCredentials | "s1"    |
      | path               | the CSE |

  @SES-IDN-010 @SES-RES-007
  Scenario: What AE1 says of itself is passed on, but not where it is notified
    When AE1 establishes a session "s1" with AE2 with:
      | initiatingEndpoint.description | 'meter reader' |
    Then the answer is CREATED (2001)
    And the establishment that CSE2 received has:
      | initiatingEndpoint.endpointID      | AE1            |
      | initiatingEndpoint.endpointAddress | AE1            |
      | initiatingEndpoint.description     | 'meter reader' |
      | initiatingEndpoint.notificationURI | (absent)       |

  @SES-EST-016 @SES-RES-007
  Scenario: What AE2 says of itself is kept and told to AE1
    Given CSE2 answers the establishment with:
      | acceptedEndpoint.description | 'a meter' |
    When AE1 establishes a session "s1" with AE2
    Then the session in the answer has:
      | acceptedEndpoint.endpointID  | AE2       |
      | acceptedEndpoint.description | 'a meter' |
    And the session "s1" has a sessionEndpoint with:
      | endpointID  | AE2       |
      | description | 'a meter' |

  @SES-RES-006 @SES-IDN-005
  Scenario: The session is there under its identifier
    When AE1 establishes a session "s1" with AE2
    Then the session "s1" has:
      | resourceID         | "s1"              |
      | sessionID          | "s1"              |
      | sessionState       | 1                 |
      | sessionAddress     | its address there |
      | sessionCredentials | (absent)          |

  @SES-RES-008
  Scenario: One next hop leads to AE2
    When AE1 establishes a session "s1" with AE2
    Then the session "s1" has 1 child of type nextHop
    And the session "s1" has a nextHop with:
      | nextHopCSE     | CSE2                |
      | nextHopAddress | its address at CSE2 |
      | leadsTo        | AE2                 |

  @SES-EFA-016 @SES-EST-016
  Scenario: AE1 waits until the next hop has accepted
    Given CSE2 answers the establishment after 2 seconds
    When AE1 establishes a session "s1" with AE2
    Then AE1 has no answer yet
    And no session is there yet
    When 3 seconds pass
    Then the answer is CREATED (2001)
    And the session "s1" can be used

  @SES-CAP-005
  Scenario: A CSE that is behind another one is reached through that one
    Given AE2 is registered at CSE4, which is reached through CSE2
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And CSE2 received 1 establishment
    And the session "s1" has a nextHop with:
      | nextHopCSE | CSE2 |
      | leadsTo    | AE2  |

  @SES-IDN-002
  Scenario: Two sessions of the same applications differ in identifier and key
    Given AE1 has established a session "s1" with AE2
    When AE1 establishes a session "s2" with AE2
    Then the answer is CREATED (2001)
    And the sessions "s1" and "s2" have different identifiers and keys

  @SES-IDN-009 @SES-EFA-015
  Scenario: A name that the application has given already is refused
    Given AE1 has established a session "s1" with AE2 with:
      | resourceName | 'session-a' |
    When AE1 establishes a session "s2" with AE2 with:
      | resourceName | 'session-a' |
    Then the answer is CONFLICT (4105)
    And the session "s1" can be used
