@role-session-cse
Feature: Policies that are refused
  A schedule that is malformed or can never be met, a hop that refuses or is silent: no hop keeps the policy.

  @SES-POL-011 @SES-BAD-004 @ics-session.first
  Scenario Outline: The schedule entry <entry> is refused
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sets a policy "p1" on "s1" with:
      | delivery        | store and forward |
      | scheduleElement | '<entry>'         |
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no policy
    And the session "s1" has no policy "p1"

    Examples:
      | entry                        |
      | * * * * * *                  |
      | * * * * * * * *              |
      | 60 * * * * * *               |
      | * 60 * * * * *               |
      | * * 24 * * * *               |
      | * * * 0 * * *                |
      | * * * 32 * * *               |
      | * * * * 13 * *               |
      | * * * * * 7 *                |
      | -1 * * * * * *               |
      | 30-10 * * * * * *            |
      | */0 * * * * * *              |
      | a * * * * * *                |
      | 1,,2 * * * * * *             |
      | @daily                       |
      | * * * L * * *                |

  @SES-POL-012 @ics-session.first
  Scenario Outline: A policy <what> is refused
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sets a policy "p1" on "s1" with:
      | delivery        | <delivery> |
      | scheduleElement | <schedule> |
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no policy
    And the session "s1" has no policy "p1"

    Examples:
      | what                                   | delivery          | schedule                          |
      | that is immediate and has a schedule   | immediate         | opens in 5 seconds for 10 seconds |
      | that stores without a schedule         | store and forward | (absent)                          |
      | that stores with an empty schedule     | store and forward | `[]`                              |
      | with a schedule that is a number       | store and forward | `5`                               |
      | without delivery                       | (absent)          | (absent)                          |
      | with an unknown delivery               | `3`               | (absent)                          |

  @SES-POL-013 @ics-session.first
  Scenario Outline: A window that <what> is refused
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sets a policy "p1" on "s1" with:
      | delivery        | store and forward |
      | scheduleElement | '<entry>'         |
    Then the answer is BAD_REQUEST (4000)
    And CSE2 received no policy

    Examples:
      | what                    | entry                |
      | was open years ago only | * * * * * * 2001     |
      | falls on 30 February    | * * * 30 2 * *       |

  @SES-POL-014 @ics-session.first
  Scenario: Two windows that are never open together are a conflict
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery        | store and forward  |
      | scheduleElement | '0-29 * * * * * *' |
    When AE1 sets a policy "p2" on "s1" with:
      | delivery        | store and forward   |
      | scheduleElement | '30-59 * * * * * *' |
    Then the answer is CONFLICT (4105)
    And the session "s1" has the policy "p1"
    And the session "s1" has no policy "p2"

  @SES-POL-014 @ics-session.first
  Scenario: Two windows that bind different hops are no conflict
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | delivery        | store and forward  |
      | scheduleElement | '0-29 * * * * * *' |
      | appliesTo       | the CSE            |
    When AE1 sets a policy "p2" on "s1" with:
      | delivery        | store and forward   |
      | scheduleElement | '30-59 * * * * * *' |
      | appliesTo       | CSE2                |
    Then the answer is CREATED (2001)

  @SES-POL-015 @ics-session.first
  Scenario: A name that another policy has is refused
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And a policy "p1" on "s1" with:
      | resourceName | 'policy-a' |
      | delivery     | immediate  |
    When AE1 sets a policy "p2" on "s1" with:
      | resourceName | 'policy-a' |
      | delivery     | immediate  |
    Then the answer is CONFLICT (4105)
    And the session "s1" has the policy "p1"

  @SES-POL-003 @ics-session.first
  Scenario: The refusal of the next hop is the answer to a policy
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And CSE2 refuses the policy with CONFLICT (4105)
    When AE1 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then the answer is CONFLICT (4105)
    And the session "s1" has no policy "p1"

  @SES-POL-003 @ics-session.middle
  Scenario: A middle CSE keeps no policy that the next hop refused
    Given the CSE is the middle CSE
    And AE1 has established a session "s1" with AE2
    And CSE3 refuses the policy with CONFLICT (4105)
    When AE1 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then the answer is CONFLICT (4105)
    And the session "s1" has no policy "p1"

  @SES-POL-003 @SES-POL-014 @ics-session.first
  Scenario: A policy that is refused here after all does not stay at the next hop
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And CSE2 answers the policy after 2 seconds
    When AE1 sets a policy "p1" on "s1" with:
      | delivery        | store and forward  |
      | scheduleElement | '0-29 * * * * * *' |
    And AE1 sets a policy "p2" on "s1" with:
      | delivery        | store and forward   |
      | scheduleElement | '30-59 * * * * * *' |
    Then one answer is CREATED (2001) and the other CONFLICT (4105)
    And CSE2 keeps 1 policy of "s1"

  @SES-POL-004 @ics-session.first
  Scenario: A next hop that does not answer a policy is not reached
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And CSE2 stays silent to the policy
    When AE1 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then the answer is TARGET_NOT_REACHABLE (5103)
    And the session "s1" has no policy "p1"
    And CSE2 received at least 1 deletion of the policy

  @SES-POL-016 @ics-session.only
  Scenario: Another application sets no policy
    Given the CSE is the only CSE
    And AE1 has established a session "s1" with AE2
    When AE3 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And the session "s1" has no policy "p1"

  @SES-POL-016 @ics-session.last
  Scenario: A CSE that is no neighbour in the chain sets no policy
    Given the CSE is the last CSE
    And AE1 has established a session "s1" with AE2
    When CSE2 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then the answer is ORIGINATOR_HAS_NO_PRIVILEGE (4103)
    And the session "s1" has no policy "p1"

  @SES-POL-018 @ics-session.first
  Scenario: A session that has ended takes no policy
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    And AE1 has ended session "s1"
    When AE1 sets a policy "p1" on "s1" with:
      | delivery | immediate |
    Then the answer is NOT_FOUND (4004)

  @SES-POL-017 @ics-session.first
  Scenario Outline: The schedule entry <entry> is accepted
    Given the CSE is the first CSE
    And AE1 has established a session "s1" with AE2
    When AE1 sets a policy "p1" on "s1" with:
      | delivery        | store and forward |
      | scheduleElement | '<entry>'         |
    Then the answer is CREATED (2001)
    And the session "s1" has the policy "p1"

    Examples:
      | entry                     |
      | * * * * * * *             |
      | 0,15,30,45 * * * * * *    |
      | * 0-29 2-4 * * * *        |
      | */10 */5 * * * 1-5 *      |
      | 0 0 0 29 2 * *            |
      | * * * * * 0,6 2026-2099   |
