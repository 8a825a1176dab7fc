@ics-dm.md5
Feature: The server and its client prove who they are
  DM_Protocol 2.4, DM_Security 5.1.3, with the target as DM server: no commands for a client that is not known, one more
  chance where a nonce failed, and credentials of its own.

  Background:
    Given the parties authenticate with MD5

  Scenario Outline: A client that <conduct> is challenged, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> <conduct>
    When <peer> connects to <manager>
    Then <manager> challenges with MD5
    And <peer> got no commands

    @GFO-AUT-101 @GFO-AUT-105 @role-dm-server
    Examples:
      | manager    | peer        | conduct              |
      | the server | the gateway | sends no credentials |

    @GFO-AUT-102 @GFO-AUT-105 @role-dm-server
    Examples:
      | manager    | peer        | conduct                 |
      | the server | the gateway | sends wrong credentials |

    @GFO-AUT-151 @GFO-AUT-155 @role-dm-gateway
    Examples:
      | manager     | peer | conduct              |
      | the gateway | "d1" | sends no credentials |

    @GFO-AUT-152 @GFO-AUT-155 @role-dm-gateway
    Examples:
      | manager     | peer | conduct                 |
      | the gateway | "d1" | sends wrong credentials |

  Scenario Outline: A client that answers the challenge gets its commands, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> sends no credentials once
    When <peer> connects to <manager>
    Then <manager> challenges with MD5
    And <manager> accepts the credentials
    And <peer> got the commands

    @GFO-AUT-103 @GFO-AUT-111 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-AUT-153 @GFO-AUT-161 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  Scenario Outline: A nonce that failed has one more chance, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> sends wrong credentials once
    When <peer> connects to <manager>
    Then <manager> challenges with MD5
    And <peer> got the commands

    @GFO-AUT-104 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-AUT-154 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  Scenario Outline: A nonce of before is not accepted, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> uses the nonce of before
    When <peer> connects to <manager>
    Then <manager> challenges with MD5
    And <peer> got no commands

    @GFO-AUT-106 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-AUT-156 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @GFO-AUT-107 @role-dm-server
  Scenario: Nonces of the server are new each time
    Given the server has commands for the gateway
    And the gateway sends wrong credentials
    When the gateway connects to the server
    Then the server gives a new nonce each time

  Scenario Outline: <manager> proves who it is
    Given <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then the credentials of <manager> are right

    @GFO-AUT-108 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-AUT-158 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  Scenario Outline: <manager> answers the challenge of its client
    Given <manager> has commands for <peer>
    And <peer> asks for MD5 credentials
    When <peer> connects to <manager>
    Then the credentials of <manager> are right
    And <peer> got the commands

    @GFO-AUT-109 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-AUT-159 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @GFO-AUT-110 @role-dm-server
  Scenario: Credentials of another type than agreed are challenged
    Given the server has commands for the gateway
    And the gateway sends credentials of basic unasked
    When the gateway connects to the server
    Then the server challenges with MD5

  Scenario Outline: What a client says before it is known is not acted on, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> sends wrong credentials
    When <peer> connects to <manager> with answers and an alert at once
    Then <manager> took no answers
    And <manager> goes on

    @GFO-AUT-112 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-AUT-162 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |
