@flow
Feature: Call flow 3, session termination
  Next hop first, then the application that is registered here, then the session with all that belongs to it, then the
  answer. The termination goes to the session that establishment created, not to cse2/ae1/sessions as drawn.

  @SES-FLOW-004 @SES-TRM-002 @SES-TRM-003 @SES-TRM-009 @SES-TRM-010
  @role-session-cse @ics-session.first
  Scenario: Termination through the first CSE
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When step 1: AE1 ends session "s1"
    Then step 3: CSE2 received 1 termination of "s1"
    And step 10: the answer is DELETED (2002)
    And step 9: nothing of "s1" is left
    And the messages of the session went in this order:
      | AE1     | the CSE | termination           |
      | the CSE | CSE2    | termination           |
      | CSE2    | the CSE | answer DELETED (2002) |
      | the CSE | AE1     | answer DELETED (2002) |

  @SES-FLOW-004 @SES-TRM-004 @SES-TRM-007 @SES-TRM-008
  @role-session-cse @ics-session.last
  Scenario: Termination through the last CSE
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When step 3: AE1 ends session "s1"
    Then step 4: the termination that AE2 received has:
      | type      | 3    |
      | sessionID | "s1" |
    And step 8: the answer is DELETED (2002)
    And step 7: nothing of "s1" is left
    And the messages of the session went in this order:
      | CSE1    | the CSE | termination           |
      | the CSE | AE2     | termination           |
      | AE2     | the CSE | answer OK (2000)      |
      | the CSE | CSE1    | answer DELETED (2002) |

  @SES-FLOW-004 @SES-TRM-002 @SES-TRM-003 @SES-TRM-009
  @role-session-cse @ics-session.middle
  Scenario: Termination through a middle CSE
    Given the CSE is the middle CSE
    And AE1 has established a session "s1" with AE2
    When step 3: AE1 ends session "s1"
    Then step 3: CSE3 received 1 termination of "s1"
    And step 8: the answer is DELETED (2002)
    And step 9: nothing of "s1" is left
    And the messages of the session went in this order:
      | CSE1    | the CSE | termination           |
      | the CSE | CSE3    | termination           |
      | CSE3    | the CSE | answer DELETED (2002) |
      | the CSE | CSE1    | answer DELETED (2002) |

  @SES-FLOW-004 @SES-TRM-004 @SES-TRM-009 @SES-TRM-010
  @role-session-cse @ics-session.only
  Scenario: Termination on one CSE
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When step 1: AE1 ends session "s1"
    Then step 4: AE2 received 1 termination of "s1"
    And step 10: the answer is DELETED (2002)
    And step 9: nothing of "s1" is left
    And the messages of the session went in this order:
      | AE1     | the CSE | termination           |
      | the CSE | AE2     | termination           |
      | AE2     | the CSE | answer OK (2000)      |
      | the CSE | AE1     | answer DELETED (2002) |

  @SES-TRM-001 @SES-TRM-011
  @role-ae
  Scenario: The initiating application goes through termination
    Given AE2 has a container "container1"
    And the application has a session "s1" with AE2
    When the application is told to update "container1" in session "s1"
    Then the application sent 1 update
    When step 1: the application is told to end session "s1"
    Then step 1: the application sent 1 termination
    And step 11: the application uses session "s1" no more

  @SES-TRM-005 @SES-TRM-006
  @role-ae
  Scenario: The receiving application goes through termination
    Given the application has a container "container1"
    And the application has been invited to a session "s1" by AE1
    When the application is told to read "container1" in session "s1"
    Then the application sent 1 retrieve
    When step 4: CSE1 tells the application of the termination of session "s1"
    Then step 6: the application answers OK (2000)
    And step 5: the application uses session "s1" no more
