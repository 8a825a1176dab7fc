Feature: Properties of nodes, and addresses that lead astray
  DM_TND 8.3 and 8.4: what stands behind a question mark, and what no address may reach.

  @GFO-TRE-017 @role-dm-client
  Scenario: Name, Format, Type and ACL can be read
    When the server sends the device:
      | Get | ./DevInfo/Man?prop=Name   |
      | Get | ./DevInfo/Man?prop=Format |
      | Get | ./DevInfo/Man?prop=Type   |
      | Get | ./DevInfo/Man?prop=ACL    |
      | Get | ./DevInfo?prop=Format     |
    Then the Gets bring:
      | ./DevInfo/Man?prop=Name   | Man        |
      | ./DevInfo/Man?prop=Format | chr        |
      | ./DevInfo/Man?prop=Type   | text/plain |
      | ./DevInfo/Man?prop=ACL    | (any)      |
      | ./DevInfo?prop=Format     | node       |

  @GFO-TRE-018 @role-dm-client
  Scenario Outline: The property <property> cannot be replaced
    Given the server has sent the device:
      | Add | ./Test/a | one |
    When the server sends the device:
      | Replace | ./Test/a?prop=<property> | 1 |
    Then the statuses are:
      | Replace | ./Test/a?prop=<property> | <outcome> |

    Examples:
      | property | outcome                                                           |
      | Format   | COMMAND_NOT_ALLOWED (405)                                         |
      | Type     | COMMAND_NOT_ALLOWED (405)                                         |
      | Size     | COMMAND_NOT_ALLOWED (405) or OPTIONAL_FEATURE_NOT_SUPPORTED (406) |
      | TStamp   | COMMAND_NOT_ALLOWED (405) or OPTIONAL_FEATURE_NOT_SUPPORTED (406) |
      | VerNo    | COMMAND_NOT_ALLOWED (405) or OPTIONAL_FEATURE_NOT_SUPPORTED (406) |

  @GFO-TRE-019 @role-dm-client
  Scenario: Replace of Name renames a node
    Given the server has sent the device:
      | Add | ./Test/a   |     | node |
      | Add | ./Test/a/b | one |      |
    When the server sends the device:
      | Replace | ./Test/a?prop=Name | c |
    Then the statuses are:
      | Replace | ./Test/a?prop=Name | OK (200) |
    And the device now has:
      | ./Test/c/b | one      |
      | ./Test/a   | (absent) |

  @GFO-TRE-019 @role-dm-client
  Scenario: A name that is taken is refused
    Given the server has sent the device:
      | Add | ./Test/a | one |
      | Add | ./Test/b | two |
    When the server sends the device:
      | Replace | ./Test/a?prop=Name | b |
      | Get     | ./Test/a           |   |
      | Get     | ./Test/b           |   |
    Then the statuses are:
      | Replace | ./Test/a?prop=Name | ALREADY_EXISTS (418) |
    And the Gets bring:
      | ./Test/a | one |
      | ./Test/b | two |

  @GFO-TRE-026 @role-dm-client
  Scenario: A permanent node keeps its name
    When the server sends the device:
      | Replace | ./DevInfo/Man?prop=Name | Maker |
    Then the statuses are:
      | Replace | ./DevInfo/Man?prop=Name | COMMAND_NOT_ALLOWED (405) or PERMISSION_DENIED (425) |

  @GFO-TRE-020 @role-dm-client
  Scenario: A property that does not exist
    When the server sends the device:
      | Get | ./DevInfo/Man?prop=Colour |
    Then the statuses are:
      | Get | ./DevInfo/Man?prop=Colour | OPTIONAL_FEATURE_NOT_SUPPORTED (406) |

  @GFO-TRE-029 @role-dm-client
  Scenario: Size is that of the value, and interior nodes have none
    Given the server has sent the device:
      | Add | ./Test/a | twelve chars |
    When the server sends the device:
      | Get | ./Test/a?prop=Size  |
      | Get | ./DevInfo?prop=Size |
    Then the statuses are:
      | Get | ./Test/a?prop=Size  | OK (200) or OPTIONAL_FEATURE_NOT_SUPPORTED (406) |
      | Get | ./DevInfo?prop=Size | a refusal                                        |
    And the Gets bring:
      | ./Test/a?prop=Size | 12, if any |

  @GFO-TRE-030 @role-dm-client
  Scenario: Title can be replaced and read
    Given the server has sent the device:
      | Add     | ./Test/a            | one      |
      | Replace | ./Test/a?prop=Title | My title |
    When the server sends the device:
      | Get | ./Test/a?prop=Title |
    Then the Gets bring:
      | ./Test/a?prop=Title | My title |

  @GFO-TRE-021 @role-dm-client
  Scenario Outline: The nodes below one are listed with <list>
    Given the server has sent the device:
      | Add | ./Test/a   |     | node |
      | Add | ./Test/a/b | one |      |
      | Add | ./Test/a/c | two |      |
    When the server sends the device:
      | Get | ./Test/a?list=<list> |
    Then the list of "./Test/a" has:
      | ./Test/a   | node |       |
      | ./Test/a/b | chr  | <one> |
      | ./Test/a/c | chr  | <two> |

    Examples:
      | list       | one      | two      |
      | Struct     | (absent) | (absent) |
      | StructData | one      | two      |

  @GFO-TRE-022 @role-dm-client
  Scenario: A list that does not exist
    When the server sends the device:
      | Get | ./DevInfo?list=Everything |
    Then the statuses are:
      | Get | ./DevInfo?list=Everything | OPTIONAL_FEATURE_NOT_SUPPORTED (406) |

  @GFO-TRE-012 @role-dm-client
  Scenario: Properties of permanent nodes are no way to delete them
    When the server sends the device:
      | Delete | ./DevInfo/Man?prop=Name |
      | Get    | ./DevInfo/Man           |
    Then the statuses are:
      | Delete | ./DevInfo/Man?prop=Name | a refusal |
      | Get    | ./DevInfo/Man           | OK (200)  |

  @GFO-TRE-024 @role-dm-client
  Scenario Outline: The address <address> reaches nothing outside of its node
    Given the server has sent the device:
      | Add | ./Test/a |  | node |
    When the server sends the device:
      | Replace | <address> | changed |
      | Add     | <address> | changed |
    Then the statuses are:
      | Replace | <address> | a refusal |
      | Add     | <address> | a refusal |
    And the device now has:
      | ./DevInfo/Man | as in package 1 |

    Examples:
      | address                       |
      | ./Test/../../DevInfo/Man      |
      | ./Test/a/../../../DevInfo/Man |
      | ./Test//b                     |
      | ./Test/a/./..                 |
      | ../DevInfo/Man                |

  @GFO-TRE-023 @role-dm-client
  Scenario: A leading slash is refused, or says the same
    Given the server has sent the device:
      | Add | ./Test/a | one |
    When the server sends the device:
      | Get | /Test/a |
    Then the Gets bring:
      | /Test/a | one, if any |

  @GFO-TRE-025 @role-dm-client
  Scenario: A URI that is too long is refused
    When the server sends the device:
      | Add | ./Test/(5000 characters) | one |
    Then the statuses are:
      | Add | ./Test/(5000 characters) | a refusal |
    And the device goes on
