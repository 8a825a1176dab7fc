@role-group-hosting-cse
Feature: Addresses and times that make no sense
  The document gives no negative answer; whether such a request is refused or accepted is open. Either way the CSE
  goes on, and what was accepted is not lost.

  Background:
    Given AE1 can be notified
    And a group "meters" of 2 containers

  @IGO-BAD-001
  Scenario Outline: A notification address that is <what> does not stop the CSE
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at '<address>'
    Then the CSE has answered
    And "meters" can still be retrieved

    Examples:
      | what                     | address                                    |
      | no address               | not an address                             |
      | a scheme and nothing     | http://                                    |
      | of an unknown scheme     | gopher://127.0.0.1/results                 |
      | a file                   | file:///etc/passwd                         |
      | of a port out of range   | http://127.0.0.1:99999/results             |
      | a host that cannot be    | http://results.invalid/results             |
      | an unknown resource      | nobody-knows-this-resource                 |
      | full of blanks and signs | http://127.0.0.1/%%%/<script>              |

  @IGO-BAD-002
  Scenario: A target that cannot be reached does not hold up another
    Given a notification target "NT1"
    And "NT1" is unreachable
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at "NT1" and AE1
    Then AE1 was told of "m1", "m2" and of no other member
    And AE1 got every message once

  @IGO-BAD-002
  Scenario: What a target missed that cannot be reached can be inquired
    Given a notification target "NT1"
    And "NT1" is unreachable
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at "NT1"
    Then the request is accepted
    And an inquiry eventually shows results of "m1", "m2"

  @IGO-BAD-003
  Scenario: Where a target points elsewhere the results can be inquired
    Given a notification target "NT1"
    And a notification target "NT2"
    And "NT1" redirects to "NT2"
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at "NT1"
    Then the request is accepted
    And an inquiry eventually shows results of "m1", "m2"
    And "meters" can still be retrieved

  @IGO-BAD-003
  Scenario: A target that answers garbage does not hold up another
    Given a notification target "NT1"
    And "NT1" answers with garbage
    When AE1 asks for a retrieve of "meters/fopt" and to be notified at "NT1" and AE1
    Then AE1 was told of "m1", "m2" and of no other member
    And an inquiry eventually shows results of "m1", "m2"

  @IGO-BAD-004 @ics-remote-cse
  Scenario: A request that has expired is refused and reaches no member
    Given a group "remote" of 2 containers on CSE2
    When AE1 asks for a retrieve of "remote/fopt" and to be notified with:
      | Request Expiration Timestamp | '20200101T000000' |
    Then the answer is REQUEST_TIMEOUT (4008)
    And no member received a request

  @IGO-BAD-005
  Scenario Outline: <parameter> <value> does not stop the CSE
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | <parameter> | <value> |
    Then the CSE has answered
    And "meters" can still be retrieved

    Examples:
      | parameter                   | value                  |
      | Result Expiration Timestamp | '20200101T000000'      |
      | Result Expiration Timestamp | '-60000'               |
      | Result Expiration Timestamp | '99999999999999999999' |
      | Result Expiration Timestamp | 'next week'            |
      | Result Persistence          | '20200101T000000'      |
      | Result Persistence          | '-60000'               |
      | Result Persistence          | '99999999999999999999' |
      | Result Persistence          | '99991231T235960'      |
      | Result Persistence          | 'for ever'             |

  @IGO-BAD-005
  Scenario Outline: <first> that ends after <second> does not stop the CSE
    When AE1 asks for a retrieve of "meters/fopt" and to be notified with:
      | <first>  | 10 seconds |
      | <second> | 5 seconds  |
    Then the CSE has answered
    And "meters" can still be retrieved

    Examples:
      | first                        | second                      |
      | Request Expiration Timestamp | Result Expiration Timestamp |
      | Result Expiration Timestamp  | Result Persistence          |

  @IGO-BAD-006 @ics-group.asynchronous.inquiry.byMember
  Scenario: An inquiry for what is no resource does not stop the CSE
    Given AE1 has asked for a retrieve of "meters/fopt" and to be notified
    And AE1 has been told of "m1", "m2"
    When AE1 inquires the results of "nowhere"
    Then the CSE has answered
    And "meters" can still be retrieved
