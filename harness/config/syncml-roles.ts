/** The roles that speak SyncML DM. @see GFO 8.X */
export const SYNCML_ROLES = ['dm-server', 'dm-gateway', 'dm-client'] as const;

export type SyncMLRole = (typeof SYNCML_ROLES)[number];
