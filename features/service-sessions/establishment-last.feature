@role-session-cse @ics-session.last
Feature: Establishment at the last CSE
  Steps 10 to 15 of call flow 1: the CSE of AE2 asks it, and makes its resources when it has accepted.

  Background:
    Given the CSE is the last CSE

  @SES-EST-011 @SES-EST-012 @SES-RES-007
  Scenario: AE2 is told who begins, with identifier and key
    When AE1 establishes a session "s1" with AE2 with:
      | initiatingEndpoint.description | 'meter reader' |
    Then the establishment that AE2 received has:
      | type                           | 1              |
      | sessionID                      | "s1"           |
      | sessionCredentials             | "s1"           |
      | initiatingEndpoint.endpointID  | AE1            |
      | initiatingEndpoint.description | 'meter reader' |
    And the answer is CREATED (2001)

  @SES-EST-015
  Scenario: AE2 is named in the answer
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And the session in the answer has:
      | sessionID                   | "s1"              |
      | sessionAddress              | its address there |
      | acceptedEndpoint.endpointID | AE2               |

  @SES-EST-015 @SES-RES-007
  Scenario: What AE2 says of itself goes back to the CSE of AE1
    Given AE2 answers the establishment with:
      | description | 'a meter' |
    When AE1 establishes a session "s1" with AE2
    Then the session in the answer has:
      | acceptedEndpoint.endpointAddress | AE2       |
      | acceptedEndpoint.description     | 'a meter' |
    And the session "s1" has a sessionEndpoint with:
      | endpointID      | AE2       |
      | endpointAddress | AE2       |
      | description     | 'a meter' |

  @SES-IDN-010
  Scenario: Where AE2 is notified is not told to the CSE of AE1
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And the session in the answer has:
      | acceptedEndpoint.notificationURI | (absent) |

  @SES-RES-006 @SES-IDN-004 @SES-IDN-005
  Scenario: The session is there under the identifier of the first CSE
    When AE1 establishes a session "s1" with AE2
    Then the session "s1" has:
      | resourceID         | "s1"     |
      | sessionID          | "s1"     |
      | sessionState       | 1        |
      | sessionCredentials | (absent) |

  @SES-RES-008 @SES-EST-014
  Scenario: One next hop leads back to AE1
    When AE1 establishes a session "s1" with AE2
    Then the session "s1" has 1 child of type nextHop
    And the session "s1" has a nextHop with:
      | nextHopCSE     | CSE1                |
      | nextHopAddress | its address at CSE1 |
      | leadsTo        | AE1                 |

  @SES-EFA-016
  Scenario: Nothing is answered before AE2 has accepted
    Given AE2 answers the establishment after 2 seconds
    When AE1 establishes a session "s1" with AE2
    Then AE1 has no answer yet
    And no session is there yet
    When 3 seconds pass
    Then the answer is CREATED (2001)
    And the session "s1" can be used

  @SES-NTF-005
  Scenario: AE2 says in its acceptance where it is notified from now on
    Given a notification target "NT1"
    And AE2 has a container "container1"
    And AE2 answers the establishment with:
      | notificationURI | "NT1" |
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And "NT1" eventually received 1 notifications
    And AE2 received no update

  @SES-IDN-008
  Scenario: A name that is taken here is replaced
    Given AE1 has established a session "s1" with AE2 with:
      | resourceName | 'session-a' |
    When AE1 establishes a session "s2" with AE2 with:
      | resourceName | 'session-a' |
    Then the answer is CREATED (2001)
    And the session "s1" can be used
    And the session "s2" can be used

  @SES-EFA-018
  Scenario: An identifier that is in use is not taken again
    Given AE1 has established a session "s1" with AE2
    When AE1 establishes a session "s2" with AE2 with:
      | sessionID | "s1" |
    Then the answer is a refusal
    And AE2 received 1 establishment
    And the session "s1" can be used
