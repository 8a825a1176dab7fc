@role-group-hosting-cse @ics-group
Feature: Bad bodies, and XML beside JSON
  Clause 7.4.13.2.1 step 1 with the serialization rules of TS-0004 clause 8: what cannot be read is refused,
  nothing of it is kept, and the CSE goes on; what can be read means the same in both serializations.

  Background:
    Given a container "m1"

  @SOM-BAD-005 @SOM-BAD-011
  Scenario: JSON that breaks off is refused
    When AE1 sends a raw create to "AE1" as "application/json":
      """
      {"m2m:grp": {"rn": "<name:pumps>", "mnm": 3, "mid": ["<m1>"
      """
    Then the answer is BAD_REQUEST (4000) or CONTENTS_UNACCEPTABLE (4102)
    And "pumps" does not exist

  @SOM-BAD-005
  Scenario: A JSON list where a group should be is refused
    When AE1 sends a raw create to "AE1" as "application/json":
      """
      ["<m1>"]
      """
    Then the answer is BAD_REQUEST (4000) or CONTENTS_UNACCEPTABLE (4102)
    And "m1" can still be retrieved

  @SOM-BAD-005
  Scenario: An empty body is refused
    When AE1 sends a raw create to "AE1" as "application/json":
      """
      """
    Then the answer is BAD_REQUEST (4000) or CONTENTS_UNACCEPTABLE (4102)
    And "m1" can still be retrieved

  @SOM-BAD-005
  Scenario: Two resources in one body are refused
    When AE1 sends a raw create to "AE1" as "application/json":
      """
      {"m2m:grp": {"rn": "<name:pumps>", "mnm": 3, "mid": ["<m1>"]}, "m2m:cnt": {}}
      """
    Then the answer is BAD_REQUEST (4000) or CONTENTS_UNACCEPTABLE (4102)
    And "pumps" does not exist

  @SOM-BAD-006
  Scenario: An attribute that is there twice is refused
    When AE1 sends a raw create to "AE1" as "application/json":
      """
      {"m2m:grp": {"rn": "<name:pumps>", "mnm": 1, "mnm": 3, "mid": ["<m1>"]}}
      """
    Then the answer is BAD_REQUEST (4000)
    And "pumps" does not exist

  @SOM-BAD-007
  Scenario: A body that is not UTF-8 is refused
    When AE1 creates a group "pumps" whose body is not UTF-8
    Then the answer is a refusal
    And "pumps" does not exist

  @SOM-BAD-008
  Scenario: A media type that is no oneM2M serialization is refused
    When AE1 sends a raw create to "AE1" as "text/plain":
      """
      {"m2m:grp": {"rn": "<name:pumps>", "mnm": 3, "mid": ["<m1>"]}}
      """
    Then the answer is UNSUPPORTED_MEDIA_TYPE (4015) or BAD_REQUEST (4000)
    And "pumps" does not exist

  @SOM-BAD-009 @ics-xml
  Scenario: XML that defines entities is refused
    When AE1 sends a raw create to "AE1" as "application/xml":
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE grp [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <m2m:grp xmlns:m2m="http://www.onem2m.org/xml/protocols" rn="<name:pumps>"><mnm>3</mnm><mid><m1></mid><gn>&b;</gn></m2m:grp>
      """
    Then the answer is a refusal
    And "pumps" does not exist
    And "m1" can still be retrieved

  @SOM-BAD-005 @ics-xml
  Scenario: XML that is not well-formed is refused
    When AE1 sends a raw create to "AE1" as "application/xml":
      """
      <m2m:grp xmlns:m2m="http://www.onem2m.org/xml/protocols" rn="<name:pumps>"><mid><m1></mid><mnm>3</m2m:grp>
      """
    Then the answer is BAD_REQUEST (4000) or CONTENTS_UNACCEPTABLE (4102)
    And "pumps" does not exist

  @SOM-BAD-010
  Scenario: A body nested 10000 levels deep is answered and harms nothing
    When AE1 creates a group "pumps" whose body is 10000 levels deep
    Then the answer is a refusal
    And "pumps" does not exist
    And "m1" can still be retrieved

  @SOM-BAD-010
  Scenario: A body of 20000000 bytes is answered or cut off and harms nothing
    When AE1 creates a group "pumps" whose body has 20000000 bytes
    Then "m1" can still be retrieved

  @SOM-BAD-013 @ics-xml
  Scenario: A group created in XML is the group that it is in JSON
    When AE1 creates a group "pumps" in XML with:
      | memberIDs      | "m1", "m1" |
      | maxNrOfMembers | 3          |
      | groupName      | All pumps  |
    Then the answer is CREATED (2001)
    And "pumps" has the members "m1"
    And "pumps" has:
      | groupName | All pumps |

  @SOM-BAD-013 @ics-xml
  Scenario: The aggregated answer travels in XML
    Given a group "pumps" of "m1"
    When AE1 retrieves "pumps/fopt" in XML
    Then the answer is OK (2000)
    And the answer is written in XML
    And the answer holds 1 entry
    And the entry of "m1" is OK (2000)

  @SOM-BAD-013 @ics-xml
  Scenario: A refusal in XML carries the code that it has in JSON
    When AE1 creates a group "pumps" in XML with:
      | memberIDs      | "m1", "nowhere" |
      | maxNrOfMembers | 1               |
    Then the answer is MAX_NUMBER_OF_MEMBER_EXCEEDED (6010)
    And "pumps" does not exist
