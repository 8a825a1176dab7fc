@role-dm-server
Feature: How a server knows the device
  B.1 step 3, B.2 step 5: OMADM-DevID says which device it is, and credentials have to speak for it, in every message.

  Background:
    Given these commands wait for the device:
      | DELETE | Nothing//attic |

  @DM2-IDN-001
  Scenario: A device gets what waits for it
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

  @DM2-IDN-002 @DM2-IDN-003
  Scenario Outline: A device <credentials> gets nothing
    When the DM Client sends a package 1 <credentials>
    Then the DM Server answers a refusal
    And the DM Client got no commands
    And the DM Server goes on

    Examples:
      | credentials                 |
      | without credentials         |
      | with wrong credentials      |
      | with unreadable credentials |

  @DM2-IDN-004
  Scenario: The credentials of another device open no session
    When the DM Client sends a package 1 with credentials of another device
    Then the DM Server answers a refusal
    And the DM Client got no commands

  @DM2-IDN-005
  Scenario: No device gets the commands of another
    When another device starts a session
    Then another device got no commands
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

  @DM2-IDN-006
  Scenario: No device reports for another
    Given the DM Client has opened a session
    When another device reports in that session
    Then the DM Server answers a refusal
    When the DM Client goes on with its session
    Then the DM Server finishes the session

  @DM2-IDN-007
  Scenario Outline: A device <device> is forbidden
    When the DM Client sends a package 1 <device>
    Then the DM Server answers FORBIDDEN (403)

    Examples:
      | device                        |
      | of a device that nobody knows |

    @ics-dm2.secondDevice
    Examples:
      | device            |
      | of another device |

  @DM2-IDN-008
  Scenario Outline: A package 1 <credentials> is unauthorized
    When the DM Client sends a package 1 <credentials>
    Then the DM Server answers UNAUTHORIZED (401)

    Examples:
      | credentials            |
      | without credentials    |
      | with wrong credentials |

  @DM2-IDN-009
  Scenario: A challenge offers both ways
    When the DM Client sends a package 1 without credentials
    Then the DM Server challenges with Basic and Digest

  @DM2-IDN-010
  Scenario: Basic credentials are taken
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |
    And the DM Server finishes the session

  @DM2-IDN-011
  Scenario: Digest credentials are taken
    Given the DM Client uses Digest credentials
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |
    And the DM Server finishes the session

  @DM2-IDN-016
  Scenario: Digest credentials by MD5 are taken
    Given the DM Client uses MD5 Digest credentials
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

  @DM2-IDN-012
  Scenario Outline: Digest credentials <flaw> open nothing
    Given the DM Client uses Digest credentials
    When the DM Client sends a package 1 <flaw>
    Then the DM Server answers a refusal
    And the DM Client got no commands

    Examples:
      | flaw                             |
      | with a digest for another URI    |
      | with a nonce that is made up     |
      | with a nonce count that was used |

  @DM2-IDN-013 @DM2-IDN-014
  Scenario Outline: Results <credentials> count for nothing, and good ones may follow
    When the DM Client sends a package 3 <credentials>
    Then the DM Server answers a refusal
    When the DM Client goes on with its session
    Then the DM Server finishes the session

    Examples:
      | credentials            |
      | without credentials    |
      | with wrong credentials |

  @DM2-IDN-015
  Scenario Outline: A package 1 <header> is no request of a device
    When the DM Client sends a package 1 <header>
    Then the DM Server answers BAD_REQUEST (400)

    Examples:
      | header               |
      | without OMADM-DevID  |
      | with two OMADM-DevID |
