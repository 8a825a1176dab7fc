@role-session-cse
Feature: Session contexts
  Steps 13, 15 and 26 of call flow 2: each CSE keeps the history of requests and responses. The document gives it neither
  resource nor bounds; here it is a child of the session, and maxNrOfContexts bounds it.

  @SES-CTX-001 @SES-CTX-002 @SES-USE-015 @ics-session.first
  Scenario: The first CSE keeps what it has passed on
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |

  @SES-CTX-001 @SES-USE-015 @ics-session.first
  Scenario: A retrieve is kept by the CSE that passed it on
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 retrieves "container1" in session "s1"
    Then the answer is OK (2000)
    And the contexts of "s1" are:
      | operation | to           | from | status    |
      | retrieve  | "container1" | AE1  | OK (2000) |

  @SES-CTX-001 @SES-USE-013 @SES-USE-026 @ics-session.last
  Scenario: The last CSE keeps what it has served
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE2 retrieves "container1" in session "s1"
    Then the answer is OK (2000)
    And the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |
      | retrieve  | "container1" | AE2  | OK (2000)      |

  @SES-CTX-001 @ics-session.middle
  Scenario: A middle CSE keeps a history as well
    Given the CSE is the middle CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1"
    Then the answer is UPDATED (2004)
    And the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |

  @SES-CTX-003 @ics-session.last
  Scenario: The oldest context goes first
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2 with:
      | maxNrOfContexts | 2 |
    And AE1 has updated "container1" in session "s1"
    And AE1 has updated "container1" in session "s1"
    When AE2 retrieves "container1" in session "s1"
    Then the answer is OK (2000)
    And the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |
      | retrieve  | "container1" | AE2  | OK (2000)      |

  @SES-CTX-004 @ics-session.last
  Scenario: What a check refused leaves no context
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 deletes "container1" in session "s1"
    Then the answer is OPERATION_NOT_ALLOWED (4005)
    And the session "s1" has 0 children of type sessionContext

  @SES-CTX-005 @ics-session.first
  Scenario: The refusal of the next hop is kept with its code
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And CSE2 refuses the update with CONFLICT (4105)
    When AE1 updates "container1" in session "s1"
    Then the answer is CONFLICT (4105)
    And the contexts of "s1" are:
      | operation | to           | from | status          |
      | update    | "container1" | AE1  | CONFLICT (4105) |

  @SES-CTX-006 @ics-session.last @ics-session.replay
  Scenario: A request that was repeated is in the history once
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And AE1 has updated "container1" in session "s1"
    When AE1 repeats its last request
    Then the answer is UPDATED (2004)
    And the session "s1" has 1 child of type sessionContext
