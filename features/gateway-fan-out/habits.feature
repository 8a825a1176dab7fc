Feature: Habits of clients in the field
  What real DM clients were seen to do (research 6.1): a server that meets them takes it. Not taking it is a warning.

  Scenario Outline: A client that <conduct> is served, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> <conduct>
    When <peer> connects to <manager>
    Then <peer> got the commands
    And <manager> took the answers

    @GFO-HAB-101 @role-dm-server
    Examples:
      | manager    | peer        | conduct                                      |
      | the server | the gateway | uses the media types of data synchronization |

    @GFO-HAB-151 @role-dm-gateway
    Examples:
      | manager     | peer | conduct                                      |
      | the gateway | "d1" | uses the media types of data synchronization |

    @GFO-HAB-104 @role-dm-server
    Examples:
      | manager    | peer        | conduct                      |
      | the server | the gateway | sends interior DevInfo nodes |

    @GFO-HAB-154 @role-dm-gateway
    Examples:
      | manager     | peer | conduct                      |
      | the gateway | "d1" | sends interior DevInfo nodes |

    @GFO-HAB-105 @role-dm-server
    Examples:
      | manager    | peer        | conduct                     |
      | the server | the gateway | puts the header status last |
      | the server | the gateway | puts Data before TargetRef  |

    @GFO-HAB-155 @role-dm-gateway
    Examples:
      | manager     | peer | conduct                     |
      | the gateway | "d1" | puts the header status last |
      | the gateway | "d1" | puts Data before TargetRef  |

    @GFO-HAB-106 @role-dm-server
    Examples:
      | manager    | peer        | conduct          |
      | the server | the gateway | sends no LocName |

    @GFO-HAB-156 @role-dm-gateway
    Examples:
      | manager     | peer | conduct          |
      | the gateway | "d1" | sends no LocName |

  Scenario Outline: A client whose sessions are all called 1 is served each time, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> uses the session identifier "1"
    And <peer> connects to <manager>
    And <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then <peer> got the commands
    And <manager> took the answers

    @GFO-HAB-102 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-HAB-152 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @ics-dm.md5
  Scenario Outline: Basic credentials that nobody asked for are challenged and the session goes on, with <manager> under test
    Given the parties authenticate with MD5
    And <manager> has commands for <peer>
    And <peer> sends credentials of basic unasked
    When <peer> connects to <manager>
    Then <manager> challenges with MD5
    And <peer> got the commands

    @GFO-HAB-103 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-HAB-153 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  Scenario Outline: A client that stops without a word is no failure, with <manager> under test
    Given <manager> has commands for <peer>
    And <peer> stops silently
    When <peer> connects to <manager>
    Then <peer> got the commands
    And <manager> took the answers
    And <manager> goes on

    @GFO-HAB-107 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-HAB-157 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |
