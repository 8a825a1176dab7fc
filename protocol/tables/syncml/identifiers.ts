/** The names that the standard gives to versions, namespaces, media types and authentication schemes. */

/** @see DM_RepPro 4.1.2.1 */
export const SYNCML_NAMESPACE = 'SYNCML:SYNCML1.2';

/** @see DM_RepPro 4.1.4 */
export const METINF_NAMESPACE = 'syncml:metinf';

/** @see DM_RepPro 4.1.1.24 */
export const VERSION_DTD = '1.2';

/** @see DM_RepPro 4.1.1.25 */
export const VERSION_PROTOCOL = 'DM/1.2';

/** @see OMNA WBXML public document identifiers */
export const SYNCML_PUBLIC_ID = { code: 0x1201, text: '-//SYNCML//DTD SyncML 1.2//EN' } as const;

/**
 * The media types of DM, and those of data synchronization, which real clients send in their place.
 * @see IANA application/vnd.syncml.dm+xml, application/vnd.syncml.dm+wbxml
 */
export const SYNCML_MEDIA_TYPES = {
  xml: { dm: 'application/vnd.syncml.dm+xml', dataSynchronization: 'application/vnd.syncml+xml' },
  wbxml: { dm: 'application/vnd.syncml.dm+wbxml', dataSynchronization: 'application/vnd.syncml+wbxml' },
} as const;

/** @see DM_Notification 6.3.1 */
export const NOTIFICATION_MEDIA_TYPE = 'application/vnd.syncml.notification';

/** @see DM_Security 5.1.3 */
export const AUTHENTICATION_TYPES = {
  basic: 'syncml:auth-basic',
  md5: 'syncml:auth-md5',
  hmac: 'syncml:auth-MAC',
} as const;

/** @see DM_Security 5.1.4.2 */
export const HMAC_HEADER = 'x-syncml-hmac';
