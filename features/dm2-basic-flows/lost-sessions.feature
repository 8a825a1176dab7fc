@role-dm-server
Feature: Devices that vanish, come back, or say things twice
  Clauses 4.3 to 4.5 of the profile. What was not reported waits on; what was reported is not asked for again.

  @DM2-SES-014
  Scenario: A device that vanished and comes back is served
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    When the DM Client starts a session
    Then the DM Server finishes the session

  @DM2-SES-011
  Scenario: The commands of a session that was left are not lost
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    And these commands wait for the device:
      | DELETE | Nothing//hall |
    When the DM Client starts a session
    Then the DM Server finishes the session
    And the DM Server goes on

  @DM2-SES-015
  Scenario: Commands without a result are sent again, before newer ones
    Given these commands wait for the device:
      | DELETE | Nothing//attic |           |
      | HPUT   | repository/a   | Nothing// |
    And the DM Client has opened a session
    And these commands wait for the device:
      | DELETE | Nothing//hall |
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |           |
      | HPUT   | repository/a   | Nothing// |
      | DELETE | Nothing//hall  |           |

  @DM2-SES-016
  Scenario Outline: What does harm when it is done twice is not sent twice
    Given these commands wait for the device:
      | <verb> | <first>        | <second> |
      | DELETE | Nothing//attic |          |
    And the DM Client has opened a session
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

    Examples:
      | verb  | first        | second    |
      | EXEC  | Nothing//run |           |
      | HPOST | repository/a | Nothing// |

  @DM2-SES-017
  Scenario: After the idle limit the results come too late
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    And the idle limit of the DM Server is over
    When the DM Client goes on with its session
    Then the DM Server answers GONE (410)

  @DM2-SES-015 @ics-dm2.idleLimit
  Scenario: After the idle limit commands without a result are sent again
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    And the idle limit of the DM Server is over
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

  @DM2-SES-012
  Scenario: A session that was left is gone
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    And the DM Client starts a session
    When the DM Client goes on with its session
    Then the DM Server answers GONE (410)

  @DM2-SES-013
  Scenario Outline: A package 1 <flaw> does not end the open session
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    And the DM Client sends a package 1 <flaw>
    When the DM Client goes on with its session
    Then the DM Server finishes the session

    Examples:
      | flaw                   |
      | without credentials    |
      | with wrong credentials |
      | without a start alert  |

  @DM2-SES-008
  Scenario: Results that come twice have the same answer
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client sends every package 3 twice
    And the DM Client has opened a session
    And these commands wait for the device:
      | DELETE | Nothing//hall |
    When the DM Client goes on with its session
    Then the DM Server answers the same as before
    And the DM Client got the commands over 2 sessions at most:
      | DELETE | Nothing//hall |

  @DM2-SES-009
  Scenario: After END the last results still have the same answer
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client starts a session
    When the DM Client sends its last message again
    Then the DM Server answers the same as before

  @DM2-SES-010
  Scenario: A package 1 that comes twice opens two sessions
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    And the DM Client has opened a session
    When the DM Client sends its last message again
    Then the DM Server answers OK (200)
    When the DM Client goes on with its session
    Then the DM Server finishes the session

  @DM2-SES-018
  Scenario: Results for a URL that nobody handed out are refused
    Given these commands wait for the device:
      | DELETE | Nothing//attic |
    When the DM Client sends a package 3 to a URL that nobody handed out
    Then the DM Server answers NOT_FOUND (404) or GONE (410)
