/** How a target that acts of its own accord is told what to do. `url` is absolute; in the file it may be a path. */
export type Trigger = { readonly url: string } | { readonly command: readonly string[] };

/** The trigger once the address of a launched program is known: what is a path is found there. */
export function triggerAt(trigger: Trigger, address: string): Trigger {
  return 'url' in trigger ? { url: new URL(trigger.url, address).href } : trigger;
}

/** A path, which only the address of a launched program completes. */
export function isIncomplete(trigger: Trigger): boolean {
  return 'url' in trigger && trigger.url.startsWith('/');
}
