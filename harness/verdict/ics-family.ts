/** An ICS item with the families it belongs to: `group.somecast` belongs to `group`. Who declines a family declines its items. */
export function icsFamily(item: string): readonly string[] {
  const parts = item.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}
