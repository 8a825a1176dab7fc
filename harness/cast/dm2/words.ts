/** A command as it travels: its verb and what follows. It may be one that no client can perform. */
export type Words = readonly [verb: string, ...rest: string[]];

export const END: Words = ['END'];
