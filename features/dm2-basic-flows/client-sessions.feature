@role-dm-client
Feature: How a client goes through a session
  Rounds, the URL of the next message, one session at a time, and servers that fall silent.

  @DM2-CMD-009
  Scenario: A client takes a second round
    Given the DM Server has sent the DM Client:
      | HPUT | repository/info | DevInfo// |
    When the DM Server sends the DM Client in the same session:
      | HPUT | repository/version | DevInfo//FwV |
    Then the results are:
      | HPUT | repository/version | OK (200) |
    And the DM Client sends no further message

  @DM2-SES-020
  Scenario: Package 3 goes where an absolute Link says
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then package 3 has:
      | URL | that of the Link |

  @DM2-SES-020
  Scenario: Package 3 goes where a relative Link says
    Given the DM Server hands out a relative Link
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then package 3 has:
      | URL | that of the Link |

  @DM2-SES-021
  Scenario: A Link to another origin is not followed
    Given the DM Server hands out a Link to another origin
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then package 3 has:
      | URL | that of package 1 |
    And the forbidden host received nothing

  @DM2-SES-022
  Scenario: Without Link package 3 goes where package 1 went
    Given the DM Server hands out no Link
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then package 3 has:
      | URL | that of package 1 |

  @DM2-SES-019
  Scenario: A notification in the middle of a session is obeyed afterwards
    Given these commands wait for the device:
      | HPUT | repository/info | DevInfo// |
    And the DM Client has opened a session
    When the Push Service delivers a notification
    Then the DM Client opens no session
    When the DM Client goes on with its session
    Then the DM Client opens 1 session
    And package 1 has:
      | NOTIFICATION-ID | that of the notification |

  @DM2-SES-023
  Scenario Outline: A package <number> without an answer is sent again
    Given the DM Server leaves package <number> without an answer once
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the DM Client sends the same message again
    And the results are:
      | HPUT | repository/info | OK (200) |

    Examples:
      | number |
      | 1      |
      | 3      |

  @DM2-SES-024
  Scenario Outline: After a server that <manner> a new session is possible
    Given the DM Server <manner>
    When the DM Client starts a session
    Then the DM Client gives up
    And the DM Client goes on

    Examples:
      | manner                                |
      | leaves package 1 without an answer    |
      | breaks the connection after package 1 |

  @DM2-END-005
  Scenario Outline: An answer <code> to package <number> ends the session
    Given the DM Server answers package <number> with <code>
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the DM Client sends no further message
    And the DM Client goes on

    Examples:
      | number | code                      |
      | 1      | FORBIDDEN (403)           |
      | 1      | INTERNAL_ERROR (500)      |
      | 1      | SERVICE_UNAVAILABLE (503) |
      | 3      | BAD_REQUEST (400)         |
      | 3      | GONE (410)                |

  @DM2-END-006
  Scenario Outline: A redirect of package <number> is not followed
    Given the DM Server redirects package <number>
    When the DM Server sends the DM Client:
      | HPUT | repository/info | DevInfo// |
    Then the forbidden host received nothing
    And the DM Client sends no further message

    Examples:
      | number |
      | 1      |
      | 3      |
