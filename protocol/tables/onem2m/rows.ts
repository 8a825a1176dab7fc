import type { Operation } from '../../model/operation';
import type { PrimitiveContent } from '../../model/primitive-content';

/** M mandatory, O optional, NP not permitted. */
export type Presence = 'M' | 'O' | 'NP';

/**
 * The data types that the tables use, by the document's name. `list` types are arrays in JSON and white-space
 * separated in XML; `complex` types are objects whose members are themselves rows.
 */
export type DataType =
  | { readonly kind: 'string'; readonly name: string }
  | { readonly kind: 'uri'; readonly name: string }
  | { readonly kind: 'timestamp'; readonly name: string }
  | { readonly kind: 'boolean'; readonly name: string }
  | { readonly kind: 'integer'; readonly name: string; readonly minimum?: number }
  | { readonly kind: 'number'; readonly name: string }
  | { readonly kind: 'enumeration'; readonly name: string; readonly values: readonly number[] }
  | { readonly kind: 'list'; readonly name: string; readonly of: DataType; readonly minimumItems?: number }
  | { readonly kind: 'complex'; readonly name: string; readonly members: readonly MemberRow[] }
  | { readonly kind: 'any'; readonly name: string };

/** A member of a complex type. `repeated` members are arrays of whole elements in JSON, siblings in XML. */
export interface MemberRow {
  readonly name: string;
  readonly short: string;
  readonly type: DataType;
  readonly required?: boolean;
  readonly repeated?: boolean;
  /** Absent: an element. `text` is the character content of the element, the member `val` in JSON. @see TS-0004 8.4.2 */
  readonly xml?: 'attribute' | 'text';
}

/** Where a parameter travels in HTTP. @see TS-0009 6.2 and 6.4; `project` marks the mappings that no table assigns. */
export type HttpMapping =
  | { readonly in: 'method' | 'path' | 'body' | 'content-type' | 'status' | 'none' }
  | { readonly in: 'header'; readonly name: string }
  | { readonly in: 'query'; readonly name: string; readonly project?: true }
  | { readonly in: 'filter' };

/** A row of table 6.4.1-1. `parameter` is its key in RequestPrimitive. */
export interface RequestParameterRow {
  readonly title: string;
  readonly parameter: string;
  readonly short: string;
  readonly type: DataType;
  readonly multiplicity: '1' | '0..1';
  readonly defaultHandling: string;
  readonly presence: { readonly [operation in Operation]: Presence };
  readonly http: HttpMapping;
  readonly clause: string;
}

export interface ResponseParameterRow {
  readonly title: string;
  readonly parameter: string;
  readonly short: string;
  readonly type: DataType;
  readonly multiplicity: '1' | '0..1';
  readonly http: HttpMapping;
  readonly clause: string;
}

/** A row of a resource's attribute table. `initial` is what the hosting CSE puts where the creator gave nothing. */
export interface AttributeRow {
  readonly name: string;
  readonly short: string;
  readonly type: DataType;
  readonly create: Presence;
  readonly update: Presence;
  readonly initial?: string | number | boolean;
  readonly generatedByHostingCse?: true;
  /** Asked for with NULL when a resource is created; the hosting CSE gives the value. @see TS-0004 7.3.3.3 */
  readonly nullOnCreate?: true;
  /** `resourceName` is an XML attribute of the root element; all others are elements. @see TS-0004 8.3.2 */
  readonly xml?: 'attribute';
  readonly clause: string;
}

export interface ResourceTypeRow {
  /** As in the documents, without brackets: `group`, `contentInstance`. */
  readonly name: string;
  readonly type: number;
  /** Root element on the wire. Specializations (`mgmtObj`, `flexContainer`) come under other names, see `prefixes`. */
  readonly element: string;
  readonly attributes: readonly AttributeRow[];
  /** Names of the resource types that may be its parent. */
  readonly parents: readonly string[];
  readonly virtualChildren: readonly string[];
  /** Set where a schema outside the tables adds attributes ([customAttribute], [objectAttribute]). */
  readonly customAttributes?: true;
  /** The specialization that this row describes, without brackets: `firmware`. `name` stays `mgmtObj`. */
  readonly specialization?: string;
  readonly clause: string;
}

/** A child resource type of a resource, as in the tables numbered -4 of TS-0004 7.4. */
export interface ChildResourceRow {
  readonly name: string;
  /** Fixed resource name of a virtual child; absent where the name is variable. */
  readonly resourceName?: string;
  readonly multiplicity: '1' | '0..1' | '0..n';
  readonly clause: string;
}

/** An element that the Content parameter can hold. `kind` is its `kind` in PrimitiveContent. */
export interface ContentElementRow {
  readonly name: string;
  readonly element: string;
  readonly kind: PrimitiveContent['kind'];
  readonly in: readonly ('request' | 'response')[];
  /** Absent where the element holds resources or primitives, which have tables of their own. */
  readonly type?: DataType;
  readonly clause: string;
}

export interface StatusCodeRow {
  readonly code: number;
  readonly name: string;
  readonly http: number;
  readonly clause: string;
}
