/**
 * The value of one attribute or parameter, in the types of the JSON serialization.
 * `null` stands for NULL: in an update it asks for the attribute to be deleted. @see TS-0004 8.4.2
 */
export type AttributeValue =
  | string
  | number
  | boolean
  | null
  | readonly AttributeValue[]
  | { readonly [name: string]: AttributeValue };

/** Attributes by their long name, as the documents write it (`memberIDs`, never `mid`). */
export type Attributes = { readonly [longName: string]: AttributeValue };
