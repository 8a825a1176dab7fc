@role-push-service
Feature: Notifications that are hard to deliver
  Clause 8.2 of the profile: tried again within a limit, and then told as it was.

  @DM2-PSH-006
  Scenario Outline: A device that <manner> is tried again
    Given the DM Client <manner>
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Client received the notification once

    Examples:
      | manner                                   |
      | is out of reach for the first 1 attempt  |
      | is out of reach for the first 2 attempts |

  @DM2-PSH-009
  Scenario Outline: After <code> the device is tried again
    Given the DM Client answers the notification with <code> once
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Client received the notification twice

    Examples:
      | code                      |
      | REQUEST_TIMEOUT (408)     |
      | TOO_MANY_REQUESTS (429)   |
      | INTERNAL_ERROR (500)      |
      | SERVICE_UNAVAILABLE (503) |

  @DM2-PSH-009
  Scenario: After silence the device is tried again
    Given the DM Client leaves the notification without an answer once
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Client received the notification twice

  @DM2-PSH-007
  Scenario: Trying ends at the limit
    Given the DM Client answers the notification with SERVICE_UNAVAILABLE (503)
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Client received the notification up to the limit
    And the Push Service goes on

  @DM2-PSH-008
  Scenario Outline: What could not be left with a device that <manner> is undeliverable
    Given the DM Client <manner>
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Server is told that the notification was undeliverable

    Examples:
      | manner                                                  |
      | is out of reach                                         |
      | leaves the notification without an answer               |
      | answers the notification with SERVICE_UNAVAILABLE (503) |

  @DM2-PSH-005
  Scenario Outline: What the device answers with <code> is refused
    Given the DM Client answers the notification with <code>
    When the DM Server asks the Push Service to deliver a notification
    Then the DM Client received the notification once
    And the DM Server is told that the notification was refused

    Examples:
      | code                         |
      | FOUND (302)                  |
      | FORBIDDEN (403)              |
      | UNSUPPORTED_MEDIA_TYPE (415) |

  @DM2-PSH-010
  Scenario: After its time a notification is expired
    Given the DM Client is out of reach
    When the DM Server asks the Push Service to deliver a notification with:
      | DeliverBefore | 7 seconds from now |
    Then the DM Server is told that the notification was expired

  @DM2-PSH-010
  Scenario: A notification whose time is over is not sent
    When the DM Server asks the Push Service to deliver a notification with:
      | DeliverBefore | a minute ago |
    Then the DM Server is told that the notification was expired
    And the DM Client received nothing
