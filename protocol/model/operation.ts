/** The five request operations. @see TS-0004 6.3.4.2.5 */
export const OPERATIONS = ['create', 'retrieve', 'update', 'delete', 'notify'] as const;

export type Operation = (typeof OPERATIONS)[number];
