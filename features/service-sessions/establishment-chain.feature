@role-session-cse
Feature: Establishment along a chain, and on one CSE
  Between the first and the last CSE there may be any number of others. Both applications may be registered at one.

  @SES-EST-009 @SES-IDN-004 @ics-session.middle
  Scenario: A middle CSE passes the establishment on in its own name
    Given the CSE is the middle CSE
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And the establishment that CSE3 received has:
      | From                          | the CSE |
      | targetEndpoint                | AE2     |
      | sessionID                     | "s1"    |
      | sessionCredentials            | "s1"    |
      | initiatingEndpoint.endpointID | AE1     |

  @SES-EFA-012 @ics-session.middle
  Scenario: A middle CSE adds itself to the path
    Given the CSE is the middle CSE
    When AE1 establishes a session "s1" with AE2 with:
      | path | CSE5, CSE1 |
    Then the answer is CREATED (2001)
    And the establishment that CSE3 received has:
      | path | CSE5, CSE1, the CSE |

  @SES-RES-008 @ics-session.middle
  Scenario: A middle CSE has a next hop to either side
    Given the CSE is the middle CSE
    When AE1 establishes a session "s1" with AE2
    Then the session "s1" has 2 children of type nextHop
    And the session "s1" has 2 children of type sessionEndpoint
    And the session "s1" has a nextHop with:
      | nextHopCSE     | CSE1                |
      | nextHopAddress | its address at CSE1 |
      | leadsTo        | AE1                 |
    And the session "s1" has a nextHop with:
      | nextHopCSE     | CSE3                |
      | nextHopAddress | its address at CSE3 |
      | leadsTo        | AE2                 |

  @SES-EST-015 @ics-session.middle
  Scenario: A middle CSE answers with its own address and with the endpoint that accepted
    Given the CSE is the middle CSE
    And CSE3 answers the establishment with:
      | acceptedEndpoint.description | 'a meter' |
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And the session in the answer has:
      | sessionAddress               | its address there |
      | acceptedEndpoint.endpointID  | AE2               |
      | acceptedEndpoint.description | 'a meter'         |

  @SES-EFA-016 @ics-session.middle
  Scenario: A middle CSE waits until the next hop has accepted
    Given the CSE is the middle CSE
    And CSE3 answers the establishment after 2 seconds
    When AE1 establishes a session "s1" with AE2
    Then CSE1 has no answer yet
    And no session is there yet
    When 3 seconds pass
    Then the answer is CREATED (2001)

  @SES-END-014 @SES-CTX-007 @ics-session.middle
  Scenario: Expiration time and number of contexts hold along the chain
    Given the CSE is the middle CSE
    When AE1 establishes a session "s1" with AE2 with:
      | expirationTime  | 10 minutes |
      | maxNrOfContexts | 3          |
    Then the answer is CREATED (2001)
    And the establishment that CSE3 received has:
      | expirationTime  | 10 minutes |
      | maxNrOfContexts | 3          |

  @SES-RES-009 @ics-session.only
  Scenario: Two applications of one CSE have one session without next hops
    Given the CSE is the only CSE
    When AE1 establishes a session "s1" with AE2
    Then the answer is CREATED (2001)
    And the session "s1" has 2 children of type sessionEndpoint
    And the session "s1" has 0 children of type nextHop

  @SES-RES-009 @SES-EST-011 @ics-session.only
  Scenario: The application that is invited on the same CSE is told where the session is
    Given the CSE is the only CSE
    When AE1 establishes a session "s1" with AE2
    Then the establishment that AE2 received has:
      | sessionID          | "s1"              |
      | sessionCredentials | "s1"              |
      | sessionAddress     | its address there |

  @SES-EST-008 @ics-session.only
  Scenario: On one CSE the two applications are told the same identifier and key
    Given the CSE is the only CSE
    When AE1 establishes a session "s1" with AE2
    Then the session in the answer has:
      | sessionID          | a new identifier |
      | sessionCredentials | a new key        |
    And the establishment that AE2 received has:
      | sessionID          | "s1" |
      | sessionCredentials | "s1" |
