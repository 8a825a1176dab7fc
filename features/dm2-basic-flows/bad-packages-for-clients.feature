@role-dm-client
Feature: Bad packages for a client
  Design 8 and clause 3.3 of the profile: a package that cannot be read is not performed at all. Each one carries a
  command beside what is wrong with it.

  @DM2-BAD-011
  Scenario Outline: After a package 2 <flaw> the session is over
    When the DM Server sends the DM Client a package 2 <flaw>
    Then the DM Client sends no further message
    And the DM Client goes on

    Examples:
      | flaw                   |
      | that is no JSON        |
      | cut in the middle      |
      | that is not UTF-8      |
      | that is empty          |
      | without CMD            |
      | with an empty CMD      |
      | whose CMD is no list   |
      | nested 500 levels deep |
      | with a member twice    |

  @DM2-BAD-010
  Scenario Outline: Nothing is performed of a package 2 <flaw>
    Given the device has the lamps:
      | probe | {"Level":1,"Name":"Probe","Effects":{}} |
    When the DM Server sends the DM Client a package 2 <flaw>
    Then the tree is as before
    And the DM Client goes on

    Examples:
      | flaw                           |
      | cut in the middle              |
      | that is not UTF-8              |
      | with a member twice            |
      | with a command that is no list |
      | with a command of numbers      |
      | with an empty command          |

  @DM2-BAD-011
  Scenario Outline: A package 2 <flaw> is not waited for forever
    When the DM Server sends the DM Client a package 2 <flaw>
    Then the DM Client goes on

    Examples:
      | flaw                   |
      | of 90000000 characters |
      | whose body never ends  |
      | that is never finished |

  @DM2-BAD-012
  Scenario Outline: A package 2 of the media type "<type>" is not performed
    When the DM Server sends the DM Client a package 2 of the media type "<type>"
    Then the DM Client sends no further message
    And the DM Client goes on

    Examples:
      | type                                   |
      | text/html                              |
      | application/vnd.oma.dm.initiation+json |

  @DM2-BAD-016
  Scenario: Members that are not known do no harm
    Given the device has the lamps:
      | probe | {"Level":1,"Name":"Probe","Effects":{}} |
    When the DM Server sends the DM Client a package 2 with an unknown member
    Then the tree now has:
      | Lamp/probe/ | (absent) |
