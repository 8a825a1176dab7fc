@role-push-service
Feature: The Push Service delivers a notification
  B.2 steps 1 and 2: the request of the server is accepted, the octets reach the device, the server learns of it.

  @DM2-PSH-001
  Scenario: A push request is accepted
    When the DM Server asks the Push Service to deliver a notification
    Then the Push Service answers ACCEPTED (202)

  @DM2-PSH-002
  Scenario: The octets reach the device once, as they are
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Client received the notification once

  @DM2-PSH-002
  Scenario Outline: <what> are delivered as well
    When the DM Server asks the Push Service to deliver a notification with:
      | Content | <content> |
    Then the DM Client received the notification once

    Examples:
      | what                            | content       |
      | 1024 octets                     | (1024 octets) |
      | Octets that are no notification | (3 octets)    |

  @DM2-PSH-003
  Scenario: The notification says what it is
    When the DM Server asks the Push Service to deliver a notification
    Then the notification has:
      | media type | application/vnd.oma.dm.notification |

  @DM2-PSH-004
  Scenario: The server learns that it was delivered
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Server is told that the notification was delivered
    And the push report has:
      | PushID     | that of the request |
      | Outcome    | delivered           |
      | media type | application/json    |

  @DM2-PSH-023
  Scenario: The report says how often it was tried, and the answer
    Given the DM Client answers the notification with SERVICE_UNAVAILABLE (503) once
    When the DM Server asks the Push Service to deliver a notification
    Then the push report has:
      | Attempts | 2   |
      | Status   | 204 |

  @DM2-PSH-014
  Scenario: Where nobody is named nobody is told
    When the DM Server asks the Push Service to deliver a notification with:
      | ReportTo | absent |
    Then the DM Client received the notification once
    And the DM Server received nothing

  @DM2-PSH-011
  Scenario: The same request again is delivered once
    Given the Push Service has delivered a notification
    When the push request is sent again
    Then the Push Service answers ACCEPTED (202)
    And the DM Client received nothing

  @DM2-PSH-012
  Scenario: A PushID stands for one request
    Given the Push Service has delivered a notification
    When the DM Server asks the Push Service to deliver a notification with:
      | PushID | that of before |
    Then the Push Service answers CONFLICT (409)
    And the DM Client received nothing

  @DM2-PSH-013
  Scenario: A report that is not taken is repeated, and then not again
    Given the DM Server answers the report with SERVICE_UNAVAILABLE (503) once
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Server is told that the notification was delivered

  @DM2-PSH-022 @ics-dm2.pushCredentials
  Scenario: The device does not see the credentials of the server
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Client received the notification once
    And the DM Client saw no credentials
