import { APPLICATION_FAULTS } from './application-faults';
import { APPLICATION_QUESTION_FAULTS } from './application-question-faults';
import { ATTRIBUTE_TYPE_FAULTS } from './attribute-type-faults';
import { BODY_FAULTS } from './body-faults';
import { CHILD_TYPE_FAULTS } from './child-type-faults';
import { CLIENT_AUTHENTICATION_FAULTS } from './client-authentication-faults';
import { CLIENT_HOSTILE_MESSAGE_FAULTS } from './client-hostile-message-faults';
import { CLIENT_OBJECT_FAULTS } from './client-object-faults';
import { CLIENT_PACKAGE_FAULTS } from './client-package-faults';
import { CLIENT_SIGNATURE_FAULTS } from './client-signature-faults';
import { CLIENT_STATUS_FAULTS } from './client-status-faults';
import { CONSISTENCY_STRATEGY_FAULTS } from './consistency-strategy-faults';
import { CREATE_ATTRIBUTE_FAULTS } from './create-attribute-faults';
import { DM2_ADDRESS_FAULTS } from './dm2-address-faults';
import { DM2_CLIENT_HOSTILE_MESSAGE_FAULTS } from './dm2-client-hostile-message-faults';
import { DM2_CLIENT_NOTIFICATION_FAULTS } from './dm2-client-notification-faults';
import { DM2_CLIENT_OPENING_FAULTS } from './dm2-client-opening-faults';
import { DM2_CLIENT_RESULT_FAULTS } from './dm2-client-result-faults';
import { DM2_CLIENT_SECURITY_FAULTS } from './dm2-client-security-faults';
import { DM2_CLIENT_SESSION_FAULTS } from './dm2-client-session-faults';
import { DM2_FETCH_FAULTS } from './dm2-fetch-faults';
import { DM2_OTHER_COMMAND_FAULTS } from './dm2-other-command-faults';
import { DM2_PUSH_DELIVERY_FAULTS } from './dm2-push-delivery-faults';
import { DM2_PUSH_REQUEST_FAULTS } from './dm2-push-request-faults';
import { DM2_REPOSITORY_FAULTS } from './dm2-repository-faults';
import { DM2_SEND_FAULTS } from './dm2-send-faults';
import { DM2_SERVER_HOSTILE_MESSAGE_FAULTS } from './dm2-server-hostile-message-faults';
import { DM2_SERVER_IDENTIFICATION_FAULTS } from './dm2-server-identification-faults';
import { DM2_SERVER_INITIATION_FAULTS } from './dm2-server-initiation-faults';
import { DM2_SERVER_LOST_SESSION_FAULTS } from './dm2-server-lost-session-faults';
import { DM2_SERVER_NOTIFICATION_FAULTS } from './dm2-server-notification-faults';
import { DM2_SERVER_RESOURCE_FAULTS } from './dm2-server-resource-faults';
import { DM2_SERVER_SESSION_FAULTS } from './dm2-server-session-faults';
import { DM2_SUBSCRIPTION_FAULTS } from './dm2-subscription-faults';
import { DM2_TREE_FAULTS } from './dm2-tree-faults';
import { FAILURE_FAULTS } from './failure-faults';
import { FAN_OUT_ADDRESS_FAULTS } from './fan-out-address-faults';
import { FAN_OUT_FAULTS } from './fan-out-faults';
import { FAN_OUT_REPORT_FAULTS } from './fan-out-report-faults';
import { FAN_OUT_SERVER_FAULTS } from './fan-out-server-faults';
import type { Fault } from './fault';
import { GATEWAY_ALERT_FAULTS } from './gateway-alert-faults';
import { GATEWAY_GROUP_FAULTS } from './gateway-group-faults';
import { GATEWAY_REFUSAL_FAULTS } from './gateway-refusal-faults';
import { GATEWAY_RESULT_FAULTS } from './gateway-result-faults';
import { GATEWAY_SESSION_FAULTS } from './gateway-session-faults';
import { GATEWAY_SILENCE_FAULTS } from './gateway-silence-faults';
import { GATEWAY_START_FAULTS } from './gateway-start-faults';
import { GROUP_LIMIT_FAULTS } from './group-limit-faults';
import { GROUP_MEMBERS_FAULTS } from './group-members-faults';
import { GROUP_REQUEST_IDENTIFIER_FAULTS } from './group-request-identifier-faults';
import { GROUP_RESOURCE_FAULTS } from './group-resource-faults';
import { INTERACTIVE_ACCEPTANCE_FAULTS } from './interactive-acceptance-faults';
import { INTERACTIVE_GATHERING_FAULTS } from './interactive-gathering-faults';
import { INTERACTIVE_INPUT_FAULTS } from './interactive-input-faults';
import { INTERACTIVE_INQUIRY_FAULTS } from './interactive-inquiry-faults';
import { INTERACTIVE_KEEPING_FAULTS } from './interactive-keeping-faults';
import { INTERACTIVE_MESSAGE_FAULTS } from './interactive-message-faults';
import { INTERACTIVE_OFFLINE_FAULTS } from './interactive-offline-faults';
import { INTERACTIVE_REFUSAL_FAULTS } from './interactive-refusal-faults';
import { INTERACTIVE_RESULT_FAULTS } from './interactive-result-faults';
import { INTERACTIVE_RETRY_FAULTS } from './interactive-retry-faults';
import { INTERACTIVE_TARGET_FAULTS } from './interactive-target-faults';
import { MANAGER_AUTHENTICATION_FAULTS } from './manager-authentication-faults';
import { MANAGER_MESSAGE_FAULTS } from './manager-message-faults';
import { MANAGER_PACKAGE_FAULTS } from './manager-package-faults';
import { MANAGER_WAKE_UP_FAULTS } from './manager-wake-up-faults';
import { MANAGER_WIRE_FAULTS } from './manager-wire-faults';
import { MEMBER_HOSTING_FAULTS } from './member-hosting-faults';
import { MEMBER_REQUEST_FAULTS } from './member-request-faults';
import { MEMBER_VALIDATION_FAULTS } from './member-validation-faults';
import { MEMBERS_ACCESS_FAULTS } from './members-access-faults';
import { NOTIFICATION_AGGREGATION_FAULTS } from './notification-aggregation-faults';
import { REPEATED_REQUEST_FAULTS } from './repeated-request-faults';
import { REQUEST_PARAMETER_FAULTS } from './request-parameter-faults';
import { SERVER_ONLY_SESSION_FAULTS } from './server-only-session-faults';
import { SESSION_APPLICATION_DATA_FAULTS } from './session-application-data-faults';
import { SESSION_APPLICATION_FAULTS } from './session-application-faults';
import { SESSION_ATTRIBUTE_TYPE_FAULTS } from './session-attribute-type-faults';
import { SESSION_BELIEF_FAULTS } from './session-belief-faults';
import { SESSION_CONTEXT_FAULTS } from './session-context-faults';
import { SESSION_COURSE_FAULTS } from './session-course-faults';
import { SESSION_DEBT_FAULTS } from './session-debt-faults';
import { SESSION_ESTABLISHMENT_CHECK_FAULTS } from './session-establishment-check-faults';
import { SESSION_FORWARDING_FAULTS } from './session-forwarding-faults';
import { SESSION_INVITATION_FAULTS } from './session-invitation-faults';
import { SESSION_PASSING_ON_FAULTS } from './session-passing-on-faults';
import { SESSION_POLICY_FAULTS } from './session-policy-faults';
import { SESSION_PROTECTION_FAULTS } from './session-protection-faults';
import { SESSION_REGISTRATION_FAULTS } from './session-registration-faults';
import { SESSION_REMNANT_FAULTS } from './session-remnant-faults';
import { SESSION_REQUEST_FAULTS } from './session-request-faults';
import { SESSION_RESOURCE_FAULTS } from './session-resource-faults';
import { SESSION_SCHEDULE_FAULTS } from './session-schedule-faults';
import { SESSION_SECRET_FAULTS } from './session-secret-faults';
import { SESSION_SERVING_FAULTS } from './session-serving-faults';
import { SESSION_STORING_FAULTS } from './session-storing-faults';
import { SESSION_TERMINATION_FAULTS } from './session-termination-faults';
import { SESSION_UPDATE_NOTIFICATION_FAULTS } from './session-update-notification-faults';
import { SESSION_VISIBILITY_FAULTS } from './session-visibility-faults';
import { SESSION_WINDOW_FAULTS } from './session-window-faults';
import { SOMECAST_ALGORITHM_FAULTS } from './somecast-algorithm-faults';
import { SOMECAST_CONDITION_FAULTS } from './somecast-condition-faults';
import { SOMECAST_FAULTS } from './somecast-faults';
import { SPECIALIZATION_FAULTS } from './specialization-faults';
import { SUB_GROUP_ON_MEMBER_CSE_FAULTS } from './sub-group-on-member-cse-faults';
import { TARGET_MEMBER_FAULTS } from './target-member-faults';
import { TREE_ACCESS_FAULTS } from './tree-access-faults';
import { TREE_COMMAND_FAULTS } from './tree-command-faults';
import { TREE_GROUP_FAULTS } from './tree-group-faults';
import { TREE_PROPERTY_FAULTS } from './tree-property-faults';
import { UNREACHABLE_SUB_GROUP_FAULTS } from './unreachable-sub-group-faults';
import { UPDATE_ATTRIBUTE_FAULTS } from './update-attribute-faults';
import { WAKE_UP_FAULTS } from './wake-up-faults';
import { XML_FAULTS } from './xml-faults';

/** Every fault of the reference, by the theme it belongs to. */
export const FAULTS: readonly Fault[] = [
  ...GROUP_LIMIT_FAULTS,
  ...GROUP_MEMBERS_FAULTS,
  ...GROUP_RESOURCE_FAULTS,
  ...CREATE_ATTRIBUTE_FAULTS,
  ...UPDATE_ATTRIBUTE_FAULTS,
  ...ATTRIBUTE_TYPE_FAULTS,
  ...BODY_FAULTS,
  ...XML_FAULTS,
  ...REQUEST_PARAMETER_FAULTS,
  ...MEMBER_VALIDATION_FAULTS,
  ...CONSISTENCY_STRATEGY_FAULTS,
  ...SPECIALIZATION_FAULTS,
  ...UNREACHABLE_SUB_GROUP_FAULTS,
  ...FAN_OUT_ADDRESS_FAULTS,

  ...APPLICATION_FAULTS,
  ...APPLICATION_QUESTION_FAULTS,
  ...SESSION_APPLICATION_DATA_FAULTS,
  ...SESSION_APPLICATION_FAULTS,
  ...CHILD_TYPE_FAULTS,
  ...FAILURE_FAULTS,
  ...FAN_OUT_FAULTS,
  ...GROUP_REQUEST_IDENTIFIER_FAULTS,
  ...MEMBER_HOSTING_FAULTS,
  ...MEMBER_REQUEST_FAULTS,
  ...MEMBERS_ACCESS_FAULTS,
  ...NOTIFICATION_AGGREGATION_FAULTS,
  ...REPEATED_REQUEST_FAULTS,
  ...SOMECAST_ALGORITHM_FAULTS,
  ...SOMECAST_CONDITION_FAULTS,
  ...SOMECAST_FAULTS,
  ...SUB_GROUP_ON_MEMBER_CSE_FAULTS,
  ...TARGET_MEMBER_FAULTS,

  ...SESSION_ATTRIBUTE_TYPE_FAULTS,
  ...SESSION_BELIEF_FAULTS,
  ...SESSION_CONTEXT_FAULTS,
  ...SESSION_COURSE_FAULTS,
  ...SESSION_DEBT_FAULTS,
  ...SESSION_ESTABLISHMENT_CHECK_FAULTS,
  ...SESSION_FORWARDING_FAULTS,
  ...SESSION_INVITATION_FAULTS,
  ...SESSION_PASSING_ON_FAULTS,
  ...SESSION_POLICY_FAULTS,
  ...SESSION_PROTECTION_FAULTS,
  ...SESSION_REGISTRATION_FAULTS,
  ...SESSION_REMNANT_FAULTS,
  ...SESSION_REQUEST_FAULTS,
  ...SESSION_RESOURCE_FAULTS,
  ...SESSION_SCHEDULE_FAULTS,
  ...SESSION_SECRET_FAULTS,
  ...SESSION_SERVING_FAULTS,
  ...SESSION_STORING_FAULTS,
  ...SESSION_TERMINATION_FAULTS,
  ...SESSION_UPDATE_NOTIFICATION_FAULTS,
  ...SESSION_VISIBILITY_FAULTS,
  ...SESSION_WINDOW_FAULTS,

  ...INTERACTIVE_ACCEPTANCE_FAULTS,
  ...INTERACTIVE_GATHERING_FAULTS,
  ...INTERACTIVE_INQUIRY_FAULTS,
  ...INTERACTIVE_INPUT_FAULTS,
  ...INTERACTIVE_KEEPING_FAULTS,
  ...INTERACTIVE_MESSAGE_FAULTS,
  ...INTERACTIVE_OFFLINE_FAULTS,
  ...INTERACTIVE_REFUSAL_FAULTS,
  ...INTERACTIVE_RESULT_FAULTS,
  ...INTERACTIVE_RETRY_FAULTS,
  ...INTERACTIVE_TARGET_FAULTS,

  ...CLIENT_AUTHENTICATION_FAULTS,
  ...CLIENT_HOSTILE_MESSAGE_FAULTS,
  ...CLIENT_OBJECT_FAULTS,
  ...CLIENT_PACKAGE_FAULTS,
  ...CLIENT_SIGNATURE_FAULTS,
  ...CLIENT_STATUS_FAULTS,
  ...FAN_OUT_REPORT_FAULTS,
  ...FAN_OUT_SERVER_FAULTS,
  ...GATEWAY_ALERT_FAULTS,
  ...GATEWAY_GROUP_FAULTS,
  ...GATEWAY_REFUSAL_FAULTS,
  ...GATEWAY_RESULT_FAULTS,
  ...GATEWAY_SESSION_FAULTS,
  ...GATEWAY_SILENCE_FAULTS,
  ...GATEWAY_START_FAULTS,
  ...MANAGER_AUTHENTICATION_FAULTS,
  ...MANAGER_MESSAGE_FAULTS,
  ...MANAGER_PACKAGE_FAULTS,
  ...MANAGER_WAKE_UP_FAULTS,
  ...MANAGER_WIRE_FAULTS,
  ...SERVER_ONLY_SESSION_FAULTS,
  ...TREE_ACCESS_FAULTS,
  ...TREE_COMMAND_FAULTS,
  ...TREE_GROUP_FAULTS,
  ...TREE_PROPERTY_FAULTS,
  ...WAKE_UP_FAULTS,

  ...DM2_PUSH_REQUEST_FAULTS,
  ...DM2_SERVER_HOSTILE_MESSAGE_FAULTS,
  ...DM2_SERVER_IDENTIFICATION_FAULTS,
  ...DM2_SERVER_INITIATION_FAULTS,
  ...DM2_SERVER_LOST_SESSION_FAULTS,
  ...DM2_SERVER_RESOURCE_FAULTS,
  ...DM2_SERVER_SESSION_FAULTS,

  ...DM2_ADDRESS_FAULTS,
  ...DM2_CLIENT_HOSTILE_MESSAGE_FAULTS,
  ...DM2_CLIENT_NOTIFICATION_FAULTS,
  ...DM2_CLIENT_OPENING_FAULTS,
  ...DM2_CLIENT_RESULT_FAULTS,
  ...DM2_CLIENT_SECURITY_FAULTS,
  ...DM2_CLIENT_SESSION_FAULTS,
  ...DM2_FETCH_FAULTS,
  ...DM2_OTHER_COMMAND_FAULTS,
  ...DM2_REPOSITORY_FAULTS,
  ...DM2_SEND_FAULTS,
  ...DM2_SUBSCRIPTION_FAULTS,
  ...DM2_TREE_FAULTS,
  ...DM2_PUSH_DELIVERY_FAULTS,
  ...DM2_SERVER_NOTIFICATION_FAULTS,
];

const BY_NAME: ReadonlyMap<string, Fault> = new Map(FAULTS.map((fault) => [fault.name, fault]));

/** Throws where no fault has that name. */
export function faultNamed(name: string): Fault {
  const fault = BY_NAME.get(name);
  if (fault === undefined) throw new Error(`No fault is called "${name}"; flowproof selftest lists them.`);
  return fault;
}
