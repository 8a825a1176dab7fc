Feature: Other ways for the server and its client to prove who they are
  DM_Security 5.1.3 and 5.1.4: signed messages, and basic credentials, with the target as DM server.

  @ics-dm.hmac
  Scenario Outline: What <manager> sends as a server is signed
    Given the parties authenticate with HMAC
    And <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then the credentials of <manager> are right
    And <peer> got the commands

    @GFO-HMC-101 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-HMC-151 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @ics-dm.hmac
  Scenario Outline: Every status of the header of <manager> is 200 and has the next nonce
    Given the parties authenticate with HMAC
    And <manager> has commands for <peer>
    When <peer> connects to <manager>
    Then <manager> accepts the credentials

    @GFO-HMC-102 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-HMC-152 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @ics-dm.hmac
  Scenario Outline: A client that <conduct> gets no commands, with <manager> under test
    Given the parties authenticate with HMAC
    And <manager> has commands for <peer>
    And <peer> <conduct>
    When <peer> connects to <manager>
    Then <peer> got no commands
    And <manager> goes on

    @GFO-HMC-103 @role-dm-server
    Examples:
      | manager    | peer        | conduct          |
      | the server | the gateway | signs no message |
      | the server | the gateway | signs wrongly    |

    @GFO-HMC-153 @role-dm-gateway
    Examples:
      | manager     | peer | conduct          |
      | the gateway | "d1" | signs no message |
      | the gateway | "d1" | signs wrongly    |

  @ics-dm.hmac
  Scenario Outline: Answers without a signature are not taken, with <manager> under test
    Given the parties authenticate with HMAC
    And <manager> has commands for <peer>
    And <peer> signs the first message only
    When <peer> connects to <manager>
    Then <manager> took no answers

    @GFO-HMC-104 @role-dm-server
    Examples:
      | manager    | peer        |
      | the server | the gateway |

    @GFO-HMC-154 @role-dm-gateway
    Examples:
      | manager     | peer |
      | the gateway | "d1" |

  @ics-dm.basic @GFO-AUT-113 @role-dm-server
  Scenario: Basic credentials of the client are accepted where they are agreed
    Given the parties authenticate with basic
    And the server has commands for the gateway
    When the gateway connects to the server
    Then the server accepts the credentials
    And the gateway got the commands

  @ics-dm.basic @GFO-AUT-016 @role-dm-client
  Scenario: Basic credentials of the server are taken where they are agreed
    Given the parties authenticate with basic
    When the server sends the device:
      | Get | ./DevInfo/Man |
    Then the device accepts the credentials
    And the credentials of the device are right
    And the Gets bring:
      | ./DevInfo/Man | (any) |
