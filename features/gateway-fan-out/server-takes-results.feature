@role-dm-server
Feature: How the server takes the alert and gets the results
  Clause 8.X, step 7, with the server under test. The document shows the URL in three spellings and leaves the rest of
  the alert open, so a server meets gateways that differ. That the server gets the results is a "can".

  Background:
    Given devices "d1", "d2" in the group "pumps" on the gateway

  @GFO-AGG-014
  Scenario: The alert is answered
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert

  @GFO-AGG-013 @GFO-AGG-024
  Scenario: The server gets every pair after the alert
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server got the results

  @GFO-AGG-018
  Scenario Outline: An alert that comes <where> is taken
    Given the gateway alerts <where>
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server got the results

    Examples:
      | where                   |
      | after 10 seconds        |
      | in the session of Start |
      | in package 3            |

  @GFO-AGG-015
  Scenario Outline: A URL written "<url>" is found
    Given the gateway names the results as "<url>"
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server got the results

    Examples:
      | url                   |
      | ./SCM/Results/<n>     |
      | SCM/Results/<n>       |
      | /SCM/Results/<n>      |
      | /SCR/Results/Results2 |

  @GFO-AGG-016
  Scenario Outline: A URL in <place> is found
    Given the gateway names the results in <place>
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server got the results

    Examples:
      | place  |
      | Source |
      | Target |
      | Data   |

  @GFO-AGG-017
  Scenario Outline: The type "<type>" is taken
    Given the gateway alerts with the type "<type>"
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server got the results

    Examples:
      | type                                                           |
      | urn:oma:at:oma-gwmo:resultaggregation:1.0                      |
      | Reversed-Domain-Name:urn:oma:at:oma-gwmo:resultaggregation:1.0 |

  @GFO-AGG-019
  Scenario: An alert that comes twice does no harm
    Given the gateway alerts twice
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server got the results
    And the server goes on

  @GFO-AGG-020
  Scenario: An alert without a URL is answered
    Given the gateway names no results
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server goes on

  @GFO-AGG-021
  Scenario: An alert of completion beside it does no harm
    Given the gateway alerts completion as well
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server got the results

  @GFO-AGG-022
  Scenario: An alert with the Correlator of another Exec does not stand for this one
    Given the gateway alerts for another Start first
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server got the results

  @GFO-AGG-023
  Scenario: A pair that cannot be read does not keep the server from the others
    Given the gateway refuses to show DeResult of "d1"
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server got the results of "d2"
    And the server goes on

  @GFO-AGG-023
  Scenario: An aggregate without pairs does no harm
    Given the gateway has an empty aggregate
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server answered the alert
    And the server goes on

  @GFO-AGG-025
  Scenario: Where no alert comes the server goes on
    Given the gateway never alerts
    When the server fans out to "pumps":
      | Get | ./Pump/Name |
    Then the server executed Start 1 time
    And the server goes on
