@ics-dm.md5
Feature: The client and its server prove who they are
  DM_Protocol 2.4, DM_Security 5.1.3: both sides authenticate; nothing of a message is acted on before its credentials
  are right; a challenge is answered, and a failed nonce has one more chance.

  Background:
    Given the parties authenticate with MD5

  Scenario Outline: The credentials of <client> are right
    When the server sends <client>:
      | Get | ./DevInfo/Man |
    Then the credentials of <client> are right

    @GFO-AUT-001 @GFO-AUT-014 @ics-dm.notification @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-AUT-051 @ics-dm.notification @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  Scenario Outline: A challenge brings package 1 again, with <client> under test
    Given the server asks for MD5 credentials
    When the server wakes <client>
    Then <client> sends package 1 again
    And the credentials of <client> are right

    @GFO-AUT-002 @role-dm-client
    Examples:
      | client     |
      | the device |

    @GFO-AUT-052 @role-dm-gateway
    Examples:
      | client      |
      | the gateway |

  @GFO-AUT-003 @role-dm-client
  Scenario: A second challenge with a new nonce is answered
    Given the server asks for MD5 credentials twice
    When the server wakes the device
    Then the device sends package 1 again
    And the credentials of the device are right

  @GFO-AUT-004 @role-dm-client
  Scenario: A device that is never believed gives up
    Given the server asks for MD5 credentials for ever
    When the server wakes the device
    Then the session ends
    And the device goes on

  @GFO-AUT-005 @role-dm-client
  Scenario: Credentials that were good for one message only come again
    Given the server accepts credentials for one message only
    When the server sends the device:
      | Get | ./DevInfo/Man |
    Then the credentials of the device are right
    And every message of the device has:
      | Cred | there |

  Scenario Outline: A server that <conduct> is not obeyed, with <client> under test
    Given the server <conduct>
    When the server sends <client>:
      | Replace | <node> | changed |
    Then <client> challenges with MD5
    And nothing was changed

    @GFO-AUT-006 @GFO-AUT-008 @GFO-AUT-010 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | conduct              | node         |
      | the device | sends no credentials | ./Test/probe |

    @GFO-AUT-007 @GFO-AUT-008 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | conduct                 | node         |
      | the device | sends wrong credentials | ./Test/probe |

    @GFO-AUT-012 @role-dm-client @ics-dm.testNode
    Examples:
      | client     | conduct                  | node         |
      | the device | uses the nonce of before | ./Test/probe |

    @GFO-AUT-056 @role-dm-gateway
    Examples:
      | client      | conduct              | node                       |
      | the gateway | sends no credentials | ./SCM/FanOut/ToBeFannedOut |

    @GFO-AUT-057 @role-dm-gateway
    Examples:
      | client      | conduct                 | node                       |
      | the gateway | sends wrong credentials | ./SCM/FanOut/ToBeFannedOut |

    @GFO-AUT-062 @role-dm-gateway
    Examples:
      | client      | conduct                  | node                       |
      | the gateway | uses the nonce of before | ./SCM/FanOut/ToBeFannedOut |

  @GFO-AUT-008 @role-dm-client
  Scenario: The answer to a server that is not believed has statuses only
    Given the server sends wrong credentials
    When the server sends the device:
      | Get | ./DevInfo/Man |
      | Get | ./DevInfo/Mod |
    Then the device challenges with MD5
    And the statuses are:
      | SyncHdr |               | INVALID_CREDENTIALS (401)                              |
      | Get     | ./DevInfo/Man | INVALID_CREDENTIALS (401) or MISSING_CREDENTIALS (407) |
      | Get     | ./DevInfo/Mod | INVALID_CREDENTIALS (401) or MISSING_CREDENTIALS (407) |
    And the Gets bring:
      | ./DevInfo/Man | (absent) |
      | ./DevInfo/Mod | (absent) |

  Scenario Outline: A server that proves itself after the challenge is obeyed, with <client> under test
    Given the server <conduct>
    When the server sends <client>:
      | Get | ./DevInfo/Man |
    Then <client> challenges with MD5
    And the Gets bring:
      | ./DevInfo/Man | (any) |

    @GFO-AUT-009 @role-dm-client
    Examples:
      | client     | conduct                      |
      | the device | sends no credentials once    |
      | the device | sends wrong credentials once |

    @GFO-AUT-059 @role-dm-gateway
    Examples:
      | client      | conduct                      |
      | the gateway | sends no credentials once    |
      | the gateway | sends wrong credentials once |

  @GFO-AUT-011 @role-dm-client @ics-dm.notification
  Scenario: A server that says nothing of itself and wants nothing is not challenged
    Given the server sends no credentials
    When the server wakes the device
    Then the session ends
    And the device sends no bare challenge

  @GFO-AUT-013 @role-dm-client
  Scenario: Nonces of the device are new each time
    Given the server sends wrong credentials once
    And the server has sent the device:
      | Get | ./DevInfo/Man |
    And the server sends wrong credentials once
    When the server sends the device:
      | Get | ./DevInfo/Man |
    Then the device gives a new nonce each time

  @GFO-AUT-015 @role-dm-client
  Scenario: A challenge for another type in the middle of a session is not met with both
    Given the server asks for HMAC credentials
    When the server wakes the device
    Then the device keeps to one authentication type
    And the device goes on
