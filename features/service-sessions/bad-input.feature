@role-session-cse
Feature: Input that makes no sense
  A clear code, nothing kept half, and the CSE goes on.

  @SES-BAD-001 @ics-session.first
  Scenario Outline: The body of an establishment that is <what> is refused
    Given the CSE is the first CSE
    When AE1 sends an establishment whose body is '<body>'
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no establishment
    And nothing of a refused session is left

    Examples:
      | what                 | body                                                                  |
      | cut in the middle    | {"fp:ses": {"tep": "<AE2>"                                            |
      | a list               | [1, 2, 3]                                                             |
      | a session of text    | {"fp:ses": "session"}                                                 |
      | empty inside         | {"fp:ses": {}}                                                        |
      | another resource     | {"m2m:cnt": {"rn": "s1"}}                                             |
      | with a list of names | {"fp:ses": {"rn": ["a", "b"], "tep": "<AE2>", "iep": {"eid": "x"}}}   |

  @SES-BAD-001 @ics-session.first
  Scenario Outline: The body of a policy that is <what> is refused
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sends a policy on "s1" whose body is '<body>'
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no policy
    And the session "s1" can be used

    Examples:
      | what              | body                                              |
      | cut in the middle | {"fp:spo": {"dlv": 1                              |
      | empty inside      | {"fp:spo": {}}                                    |
      | a session         | {"fp:ses": {"rn": "p1"}}                          |
      | with a text delay | {"fp:spo": {"dlv": 1, "mxd": "soon"}}             |
      | with a delay of 0 | {"fp:spo": {"dlv": 1, "mxd": 0}}                  |

  @SES-BAD-002 @ics-session.last
  Scenario: Huge protected data does not end the session
    Given the CSE is the last CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with protected data of 760000 bytes
    Then the CSE has answered
    And the session "s1" can be used

  @SES-BAD-002 @ics-session.last
  Scenario: A body of 20000000 bytes is answered or cut off, and does not end the session
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sends an update in session "s1" whose body has 20000000 bytes
    Then the session "s1" can be used

  @SES-BAD-004 @ics-session.first
  Scenario Outline: A schedule of <what> is refused
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sends a policy on "s1" whose body is '<body>'
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no policy
    And the session "s1" can be used

    Examples:
      | what               | body                                                                                      |
      | a huge number      | {"fp:spo": {"dlv": 2, "se": {"sce": ["99999999999999999999 * * * * * *"]}}}               |
      | numbers, not texts | {"fp:spo": {"dlv": 2, "se": {"sce": [1, 2, 3]}}}                                          |
      | nothing            | {"fp:spo": {"dlv": 2, "se": {}}}                                                          |
      | line breaks        | {"fp:spo": {"dlv": 2, "se": {"sce": ["* * *\\n* * * *\\n"]}}}                               |

  @SES-BAD-002 @ics-session.first
  Scenario: A huge identifier is not found
    Given the CSE is the first CSE
    And AE2 has a container "container1"
    And AE1 has established a session "s1" with AE2
    When AE1 updates "container1" in session "s1" with:
      | sessionID | 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' |
    Then the answer is NOT_FOUND (4004) or BAD_REQUEST (4000)
    And CSE2 received no update
    And the session "s1" can be used
