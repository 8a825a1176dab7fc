import type { Attributes, AttributeValue } from '../../protocol/model/attribute-value';
import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import type { AeProcedures } from '../../reference-impl/ae/procedures';
import type { Fault } from './fault';

/** A key of 256 bits that belongs to no session. */
export const OTHER_KEY = 'HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

/** How a fault of an application says what is otherwise: the entries of its table that it replaces. */
export type Change = (table: AeProcedures) => Partial<AeProcedures>;

export function replacing(change: Change): Fault['applyToAe'] & {} {
  return (table) => ({ ...table, ...change(table) });
}

/** The same message with other attributes in its content; `undefined` takes one away. */
export function withAttributes<Message extends { readonly content?: PrimitiveContent }>(
  message: Message,
  changes: { readonly [name: string]: AttributeValue | undefined },
): Message {
  if (message.content?.kind !== 'resource') return message;
  const { resource } = message.content;
  const kept = Object.entries({ ...resource.attributes, ...changes }).filter(
    ([, value]) => value !== undefined,
  );
  const attributes: Attributes = Object.fromEntries(kept) as Attributes;
  return { ...message, content: { kind: 'resource', resource: { ...resource, attributes } } };
}
