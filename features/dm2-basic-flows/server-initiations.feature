@role-dm-server
Feature: What a server takes as package 1
  Clauses 3.1 and 3.2 of the profile: three start alerts, and variety that does no harm.

  Background:
    Given these commands wait for the device:
      | DELETE | Nothing//attic |

  @DM2-INI-011
  Scenario: Objects may be listed
    Given the DM Client lists its objects
    When the DM Client starts a session
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

  @DM2-INI-012
  Scenario: A session that follows bootstrap is one like others
    When the DM Client starts a session with:
      | start alert | BootstrapComplete |
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |
    And the DM Server finishes the session

  @DM2-INI-013
  Scenario: A notification that the server does not know is no reason to refuse
    When the DM Client starts a session with:
      | start alert     | ServerInitiatedMgmt |
      | NOTIFICATION-ID | 60001               |
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

  @DM2-INI-014
  Scenario: An alert that the server does not know does no harm
    When the DM Client sends a package 1 with an unknown alert
    Then the DM Server answers OK (200)
    And the DM Client got the commands:
      | DELETE | Nothing//attic |

  @DM2-INI-015
  Scenario: Members that the server does not know do no harm
    When the DM Client sends a package 1 with an unknown member
    Then the DM Server answers OK (200)
    And the DM Client got the commands:
      | DELETE | Nothing//attic |

  @DM2-INI-016
  Scenario Outline: The media type may be written <type>
    When the DM Client starts a session with:
      | media type | <type> |
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

    Examples:
      | type                                                  |
      | Application/VND.OMA.DM.Initiation+JSON                |
      | application/vnd.oma.dm.initiation+json; charset=utf-8 |

  @DM2-INI-017
  Scenario Outline: Accept may be <accept>
    When the DM Client starts a session with:
      | Accept | <accept> |
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |

    Examples:
      | accept                                          |
      | absent                                          |
      | */*                                             |
      | application/*;q=0.5                             |
      | text/plain, application/vnd.oma.dm.request+json |

  @DM2-INI-019
  Scenario: The start alert may stand behind others
    When the DM Client starts a session with:
      | alert in front | urn:example:at:unknown:1.0 |
    Then the DM Client got the commands:
      | DELETE | Nothing//attic |
