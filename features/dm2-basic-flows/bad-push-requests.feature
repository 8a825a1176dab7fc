@role-push-service
Feature: Bad push requests
  Clause 8.1 of the profile: nothing is delivered, and nothing goes where it may not.

  @DM2-PSH-017
  Scenario Outline: A push request <flaw> delivers nothing
    When the DM Server sends a push request <flaw>
    Then the Push Service answers a refusal
    And the DM Client received nothing
    And the Push Service goes on

    Examples:
      | flaw                          |
      | that is no JSON               |
      | cut in the middle             |
      | that is empty                 |
      | without PushID                |
      | without Content               |
      | whose Content is no base64    |
      | whose Content has 2000 octets |
      | nested 100 levels deep        |

  @DM2-PSH-018
  Scenario Outline: A push request <flaw> is a bad request
    When the DM Server sends a push request <flaw>
    Then the Push Service answers BAD_REQUEST (400)

    Examples:
      | flaw                          |
      | that is no JSON               |
      | without PushID                |
      | without Address               |
      | without Content               |
      | whose Content is no base64    |
      | whose Address is no URI       |
      | whose Content has 2000 octets |
      | with a member twice           |

  @DM2-PSH-019
  Scenario Outline: A push request <how> is refused as such
    When the DM Server sends a push request <how>
    Then the Push Service answers <code>

    Examples:
      | how                            | code                         |
      | sent by GET                    | METHOD_NOT_ALLOWED (405)     |
      | of the media type "text/plain" | UNSUPPORTED_MEDIA_TYPE (415) |
      | of 9000000 characters          | CONTENT_TOO_LARGE (413)      |

  @DM2-PSH-017
  Scenario Outline: A push request <flaw> is not waited for forever
    When the DM Server sends a push request <flaw>
    Then the DM Client received nothing
    And the Push Service goes on

    Examples:
      | flaw                   |
      | whose body never ends  |
      | that is never finished |

  @DM2-PSH-015
  Scenario Outline: A push request <flaw> reaches nobody there
    When the DM Server sends a push request <flaw>
    Then the forbidden host received nothing

    Examples:
      | flaw                             |
      | to a forbidden host              |
      | that reports to a forbidden host |

  @DM2-PSH-016
  Scenario Outline: A push request <flaw> is forbidden
    When the DM Server sends a push request <flaw>
    Then the Push Service answers FORBIDDEN (403)

    Examples:
      | flaw                             |
      | to a forbidden host              |
      | that reports to a forbidden host |

  @DM2-PSH-020
  Scenario Outline: A push request <credentials> delivers nothing
    When the DM Server sends a push request <credentials>
    Then the DM Client received nothing
    And the Push Service goes on

    Examples:
      | credentials            |
      | without credentials    |
      | with wrong credentials |

  @DM2-PSH-021
  Scenario Outline: A push request <credentials> is unauthorized
    When the DM Server sends a push request <credentials>
    Then the Push Service answers UNAUTHORIZED (401)

    Examples:
      | credentials            |
      | without credentials    |
      | with wrong credentials |
