@ics-dm.hmac
Feature: Messages of the client and its server are signed
  DM_Security 5.1.4: the header x-syncml-hmac covers the octets of the body; every message has it, and every message
  brings the nonce of the next. The formula is the one of the specification, which is not RFC 2104.

  Background:
    Given the parties authenticate with HMAC

  Scenario Outline: Every message of <client> is signed
    When the server sends <client>:
      | Get | ./DevInfo/Man |
    Then the credentials of <client> are right

    @GFO-HMC-001 @ics-dm.notification @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-HMC-051 @ics-dm.notification @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: Every status of the header is 200 and has the next nonce, with <client> under test
    When the server sends <client>:
      | Get | ./DevInfo/Man |
    Then <client> accepts the credentials
    And the Gets bring:
      | ./DevInfo/Man | (any) |

    @GFO-HMC-002 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-HMC-052 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: A server that <conduct> is not obeyed when messages are signed, with <client> under test
    Given the server <conduct>
    When the server sends <client>:
      | Replace | <node> | changed |
    Then nothing was changed

    @GFO-HMC-003 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | conduct          | node         |
      | the device | signs no message | ./Test/probe |
      | the device | signs wrongly    | ./Test/probe |

    @GFO-HMC-053 @role-dm-gateway
    Examples:
      | client      | conduct          | node                       |
      | the gateway | signs no message | ./SCM/FanOut/ToBeFannedOut |
      | the gateway | signs wrongly    | ./SCM/FanOut/ToBeFannedOut |

  @GFO-HMC-004 @role-dm-client @ics-dm.testNode
  Scenario: A second message without a signature is not obeyed
    Given the server signs the first message only
    And the server has sent the device:
      | Get | ./DevInfo/Man |
    When the server sends the device in the same session:
      | Replace | ./Test/probe | changed |
    Then nothing was changed

  @GFO-HMC-005 @role-dm-client
  Scenario: With a signature no credentials stand in the message
    When the server wakes the device
    Then every message of the device has:
      | Cred | absent |

  @GFO-HMC-001 @role-dm-client @ics-dm.wbxml
  Scenario: The signature covers the octets of WBXML
    Given the messages travel in WBXML
    When the server sends the device:
      | Get | ./DevInfo/Man |
    Then the credentials of the device are right
    And the Gets bring:
      | ./DevInfo/Man | (any) |
