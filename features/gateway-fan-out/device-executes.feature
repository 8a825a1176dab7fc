@role-dm-client
Feature: What the device does with the commands
  Clause 8.X, step 5: the device receives the commands, executes them and replies with the results. The tester plays
  its server; whether that is a gateway makes no difference on the wire.

  @GFO-DEV-011
  Scenario: Each command has its status
    When the server sends the device:
      | Get | ./DevInfo/Man |
      | Get | ./DevInfo/Mod |
    Then the statuses are:
      | SyncHdr |               | a success |
      | Get     | ./DevInfo/Man | OK (200)  |
      | Get     | ./DevInfo/Mod | OK (200)  |

  @GFO-DEV-012 @GFO-TRE-001
  Scenario: The values that were asked for come back
    When the server sends the device:
      | Get | ./DevInfo/DevId |
      | Get | ./DevInfo/Man   |
    Then the Gets bring:
      | ./DevInfo/DevId | its own name |
      | ./DevInfo/Man   | (any)        |

  @GFO-DEV-013
  Scenario: A command that is refused does not keep the others from being answered
    When the server sends the device:
      | Get | ./DevInfo/Man     |  |
      | Get | ./DevInfo/Nowhere |  |
      | Get | ./DevInfo/Lang    |  |
    Then the statuses are:
      | Get | ./DevInfo/Man     | OK (200)        |
      | Get | ./DevInfo/Nowhere | NOT_FOUND (404) |
      | Get | ./DevInfo/Lang    | OK (200)        |

  @GFO-DEV-014
  Scenario: What the device says it did is done
    Given the server has sent the device:
      | Add     | ./Test/a | one |
      | Replace | ./Test/a | two |
    When the server sends the device:
      | Get | ./Test/a |
    Then the Gets bring:
      | ./Test/a | two |

  @GFO-TRE-027
  Scenario: DevInfo in the tree is what package 1 said
    When the server sends the device:
      | Get | ./DevInfo/DevId |
      | Get | ./DevInfo/Man   |
      | Get | ./DevInfo/Mod   |
      | Get | ./DevInfo/DmV   |
      | Get | ./DevInfo/Lang  |
    Then the Gets bring:
      | ./DevInfo/DevId | as in package 1 |
      | ./DevInfo/Man   | as in package 1 |
      | ./DevInfo/Mod   | as in package 1 |
      | ./DevInfo/DmV   | as in package 1 |
      | ./DevInfo/Lang  | as in package 1 |

  @GFO-TRE-028
  Scenario: The identifier of the device is a URN
    When the server sends the device:
      | Get | ./DevInfo/DevId |
    Then the Gets bring:
      | ./DevInfo/DevId | a URN |
