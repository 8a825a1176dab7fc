/** How often each variant did something otherwise in this process, by its name. */
const counts = new Map<string, number>();

export function noteEffect(variant: string): void {
  counts.set(variant, effectsOf(variant) + 1);
}

export function effectsOf(variant: string): number {
  return counts.get(variant) ?? 0;
}
