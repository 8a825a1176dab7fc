@flow
Feature: Call flow 2, session usage
  AE1 updates the container of AE2, CSE1 stores the request until off-peak hours, AE2 is told and reads. "Off-peak" is a
  window of seconds here. The example policy of call flow 1 binds only the CSE that it names.

  @SES-FLOW-003 @SES-USE-002 @SES-USE-003 @SES-USE-004 @SES-USE-005 @SES-USE-006 @SES-USE-007 @SES-USE-015 @SES-USE-016
  @role-session-cse @ics-session.first
  Scenario: Usage through the first CSE
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" that opens in 5 seconds for 10 seconds
    When step 1: AE1 updates "container1" in session "s1"
    Then step 6: CSE2 received no update
    And step 6: AE1 has no answer yet
    When 7 seconds pass
    Then step 7: CSE2 received 1 update
    And step 7: CSE2 received every update while the window of "p1" was open
    And step 7: CSE2 received the protected data that AE1 sent last
    And step 16: the answer is UPDATED (2004)
    And step 15: the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |
    And the messages of the session went in this order:
      | AE1     | the CSE | update                |
      | the CSE | CSE2    | update                |
      | CSE2    | the CSE | answer UPDATED (2004) |
      | the CSE | AE1     | answer UPDATED (2004) |

  @SES-FLOW-003 @SES-USE-008 @SES-USE-009 @SES-USE-010 @SES-USE-011 @SES-USE-012 @SES-USE-013 @SES-USE-014 @SES-USE-017 @SES-USE-018 @SES-USE-021 @SES-USE-022 @SES-USE-023 @SES-USE-024 @SES-USE-025 @SES-USE-026 @SES-USE-027
  @role-session-cse @ics-session.last
  Scenario: Usage through the last CSE
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery  | immediate |
      | appliesTo | the CSE   |
    When step 7: AE1 updates "container1" in session "s1"
    Then step 14: the answer is UPDATED (2004)
    And step 12: "container1" has the protected data that AE1 sent last
    And step 13: the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |
    And step 18: the update that AE2 received has:
      | type      | 2            |
      | sessionID | "s1"         |
      | resource  | "container1" |
    When step 20: AE2 retrieves "container1" in session "s1"
    Then step 27: the answer is OK (2000)
    And step 27: the answer has the protected data that AE1 sent last
    And step 26: the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |
      | retrieve  | "container1" | AE2  | OK (2000)      |
    And the messages of the session went in this order:
      | CSE1    | the CSE | update                |              |
      | the CSE | CSE1    | answer UPDATED (2004) | in any order |
      | the CSE | AE2     | update                | in any order |
      | AE2     | the CSE | answer OK (2000)      | in any order |
      | AE2     | the CSE | retrieve              |              |
      | the CSE | AE2     | answer OK (2000)      |              |

  @SES-FLOW-003 @SES-USE-002 @SES-USE-004 @SES-USE-007 @SES-USE-015 @SES-USE-016
  @role-session-cse @ics-session.middle
  Scenario: Usage through a middle CSE
    Given the CSE is the middle CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When step 7: AE1 updates "container1" in session "s1"
    Then step 7: CSE3 received 1 update
    And step 7: CSE3 received the protected data that AE1 sent last
    And step 14: the answer is UPDATED (2004)
    And step 15: the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |
    And the messages of the session went in this order:
      | CSE1    | the CSE | update                |
      | the CSE | CSE3    | update                |
      | CSE3    | the CSE | answer UPDATED (2004) |
      | the CSE | CSE1    | answer UPDATED (2004) |

  @SES-FLOW-003 @SES-USE-009 @SES-USE-010 @SES-USE-012 @SES-USE-013 @SES-USE-018 @SES-USE-025 @SES-USE-027
  @role-session-cse @ics-session.only
  Scenario: Usage on one CSE
    Given the CSE is the only CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When step 1: AE1 updates "container1" in session "s1"
    Then step 16: the answer is UPDATED (2004)
    And step 13: the contexts of "s1" are:
      | operation | to           | from | status         |
      | update    | "container1" | AE1  | UPDATED (2004) |
    And step 18: AE2 received 1 update
    When step 20: AE2 retrieves "container1" in session "s1"
    Then step 27: the answer has the protected data that AE1 sent last
    And the messages of the session went in this order:
      | AE1     | the CSE | update                |              |
      | the CSE | AE1     | answer UPDATED (2004) | in any order |
      | the CSE | AE2     | update                | in any order |
      | AE2     | the CSE | answer OK (2000)      | in any order |
      | AE2     | the CSE | retrieve              |              |
      | the CSE | AE2     | answer OK (2000)      |              |

  @SES-USE-001
  @role-ae
  Scenario: The initiating application goes through usage
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    When step 1: the application is told to update "container1" in session "s1"
    Then step 1: the update of the application has:
      | To        | "container1" |
      | sessionID | "s1"         |
    And step 1: the protected data of the application is right

  @SES-USE-019 @SES-USE-020
  @role-ae
  Scenario: The receiving application goes through usage
    Given the application has a container "container1"
    And the application has been invited to a session "s1" by AE1
    When step 18: CSE1 tells the application of an update of "container1" in session "s1"
    Then step 19: the application answers OK (2000)
    When step 20: the application is told to read "container1" in session "s1"
    Then step 20: the retrieve of the application has:
      | To        | "container1" |
      | sessionID | "s1"         |
