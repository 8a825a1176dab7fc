@role-dm-client
Feature: The end of a session
  END is the only command that is never answered, and the last one that counts.

  @DM2-END-001
  Scenario: After END nothing more is sent
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the DM Client sends no further message

  @DM2-END-001
  Scenario: After END as the only command nothing more is sent
    Given the DM Server sends END alone
    When the DM Client starts a session
    Then the DM Client sends no further message
    And the DM Client goes on

  @DM2-END-001 @DM2-END-002
  Scenario: Commands before END are performed and not reported
    Given the device has the lamps:
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    And the DM Server sends END behind the commands
    When the DM Server sends the DM Client:
      | DELETE | Lamp/desk/ |
    Then the DM Client sends no further message
    And the tree now has:
      | Lamp/desk/ | (absent) |

  @DM2-END-003
  Scenario: Commands behind END are not performed
    Given the device has the lamps:
      | desk | {"Level":10,"Name":"Desk","Effects":{}} |
    And the DM Server sends END before the commands
    When the DM Server sends the DM Client:
      | DELETE | Lamp/desk/ |
    Then the tree now has:
      | Lamp/desk/ | {"Level":10,"Name":"Desk","Effects":{}} |
