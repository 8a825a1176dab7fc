@role-group-hosting-cse
Feature: Sample

  @SOM-FAN-001
  Scenario: Passes
    Given a thing
    When it is done
    Then it is so

  @SOM-FAN-002
  Scenario: Fails
    Given a thing
    Then it is not so

  @SOM-FAN-003
  Scenario: Has a step that nobody defined
    Given a thing that nobody defined

  @SOM-FAN-004
  Scenario: Leaves no evidence
    Given no evidence

  @SOM-FAN-005 @ics-group.somecast
  Scenario Outline: Depends on an item <number>
    Given a thing
    Then it is so

    Examples:
      | number |
      | 1      |
      | 2      |

  @SOM-FAN-006
  Scenario: Has a hook that fails
    Given a hook that fails
