@role-dm-server
Feature: Bad packages for a server
  Clause 3.7 of the profile: what is refused opens nothing, ends nothing and counts for nothing.

  Background:
    Given these commands wait for the device:
      | DELETE | Nothing//attic |

  @DM2-BAD-001
  Scenario Outline: A package 1 <flaw> opens nothing
    When the DM Client sends a package 1 <flaw>
    Then the DM Server answers a refusal
    And the DM Client got no commands
    And the DM Server goes on

    Examples:
      | flaw                   |
      | that is no JSON        |
      | cut in the middle      |
      | that is not UTF-8      |
      | that is empty          |
      | without Alert          |
      | whose Alert is no list |

  @DM2-BAD-002 @DM2-BAD-013
  Scenario Outline: A package 1 <flaw> is a bad request
    When the DM Client sends a package 1 <flaw>
    Then the DM Server answers BAD_REQUEST (400)

    Examples:
      | flaw                      |
      | that is no JSON           |
      | cut in the middle         |
      | that is not UTF-8         |
      | whose Alert is no list    |
      | with MOS of another shape |
      | with a member twice       |
      | nested 100 levels deep    |

  @DM2-BAD-003
  Scenario Outline: A package 1 <alerts> brings no commands
    When the DM Client sends a package 1 <alerts>
    Then the DM Client got no commands
    And the DM Server goes on

    Examples:
      | alerts                      |
      | without a start alert       |
      | with two start alerts       |
      | with an unknown start alert |

  @DM2-BAD-004
  Scenario Outline: Start alerts are wrong in a package 1 <alerts>
    When the DM Client sends a package 1 <alerts>
    Then the DM Server answers BAD_REQUEST (400)

    Examples:
      | alerts                      |
      | without a start alert       |
      | with two start alerts       |
      | with an unknown start alert |

  @DM2-BAD-005
  Scenario Outline: A package <number> is not of the media type "<type>"
    When the DM Client sends a package <number> of the media type "<type>"
    Then the DM Server answers UNSUPPORTED_MEDIA_TYPE (415)

    Examples:
      | number | type                                 |
      | 1      | text/plain                           |
      | 1      | application/json                     |
      | 3      | application/json                     |

  @DM2-BAD-006
  Scenario: A client that reads no packages is not acceptable
    When the DM Client sends a package 1 that accepts text/plain only
    Then the DM Server answers NOT_ACCEPTABLE (406)

  @DM2-BAD-007
  Scenario: A package 1 can be too long
    When the DM Client sends a package 1 of 9000000 characters
    Then the DM Server answers CONTENT_TOO_LARGE (413)

  @DM2-BAD-008
  Scenario Outline: A package 1 <flaw> is not waited for forever
    When the DM Client sends a package 1 <flaw>
    Then the DM Client got no commands
    And the DM Server goes on

    Examples:
      | flaw                   |
      | whose body never ends  |
      | that is never finished |

  @DM2-BAD-009
  Scenario Outline: A package 1 <how> is refused as such
    When the DM Client sends a package 1 <how>
    Then the DM Server answers <code>

    Examples:
      | how                         | code                     |
      | sent by GET                 | METHOD_NOT_ALLOWED (405) |
      | sent by PUT                 | METHOD_NOT_ALLOWED (405) |
      | to a path that is not there | NOT_FOUND (404)          |

  @DM2-BAD-017
  Scenario: A DevID can be too long
    When the DM Client sends a package 1 with a DevID of 300 characters
    Then the DM Server answers a refusal

  @DM2-BAD-014 @DM2-RES-007
  Scenario Outline: A package 3 <flaw> counts for nothing
    When the DM Client sends a package 3 <flaw>
    Then the DM Server answers a refusal
    When the DM Client goes on with its session
    Then the DM Server finishes the session

    Examples:
      | flaw                     |
      | that is no JSON          |
      | cut in the middle        |
      | without Status           |
      | with one status too few  |
      | with one status too many |

  @DM2-BAD-015 @DM2-RES-006 @DM2-RES-008
  Scenario Outline: A package 3 <flaw> is a bad request
    When the DM Client sends a package 3 <flaw>
    Then the DM Server answers BAD_REQUEST (400)

    Examples:
      | flaw                       |
      | that is no JSON            |
      | that is not UTF-8          |
      | without Status             |
      | with one status too few    |
      | with one status too many   |
      | with a status of 99        |
      | with a status that is text |
      | with a start alert         |
