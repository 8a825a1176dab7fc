import { CHILD_RESOURCE, CONTENT_ELEMENTS, contentElement } from '../tables/onem2m/content-elements';
import { DEFAULT_PROJECT_NAMES, type ProjectNames } from '../tables/onem2m/project-names';
import { requestParameters } from '../tables/onem2m/request-parameters';
import {
  MGMT_OBJ_SPECIALIZATIONS,
  resourceTypeByElement,
  resourceTypes,
} from '../tables/onem2m/resource-types';
import { RESPONSE_PARAMETERS } from '../tables/onem2m/response-parameters';
import type {
  AttributeRow,
  ContentElementRow,
  DataType,
  MemberRow,
  RequestParameterRow,
  ResourceTypeRow,
  ResponseParameterRow,
} from '../tables/onem2m/rows';

/** The members of an object, indexed both ways. */
export interface Members {
  readonly rows: readonly MemberRow[];
  readonly byShort: ReadonlyMap<string, MemberRow>;
  readonly byName: ReadonlyMap<string, MemberRow>;
}

/** What is known of a resource by the name of its root element. */
export interface ResourceElement {
  readonly type: ResourceTypeRow;
  readonly members: Members;
}

/**
 * The tables, indexed for reading and writing under one spelling of the names that no published table assigns.
 * It adds no fact of its own.
 */
export class Vocabulary {
  readonly requestParameters: readonly RequestParameterRow[];
  readonly responseParameters: readonly ResponseParameterRow[] = RESPONSE_PARAMETERS;
  readonly requestMembers: Members;
  readonly responseMembers: Members;
  readonly #types: readonly ResourceTypeRow[];
  readonly #members = new WeakMap<readonly MemberRow[], Members>();
  readonly #resources = new Map<ResourceTypeRow, ResourceElement>();
  readonly #shortOfAttribute = new Map<string, string>();
  readonly #attributeOfShort = new Map<string, string>();

  constructor(names: ProjectNames) {
    this.#types = resourceTypes(names);
    this.requestParameters = requestParameters(names);
    this.requestMembers = index(this.requestParameters.map(parameterMember));
    this.responseMembers = index(this.responseParameters.map(parameterMember));
    for (const type of [...this.#types, ...MGMT_OBJ_SPECIALIZATIONS]) {
      for (const { name, short } of this.#indexed(type).members.rows) {
        if (!this.#shortOfAttribute.has(name)) this.#shortOfAttribute.set(name, short);
        if (!this.#attributeOfShort.has(short)) this.#attributeOfShort.set(short, name);
      }
    }
  }

  readonly membersOf = (rows: readonly MemberRow[]): Members => {
    const known = this.#members.get(rows) ?? index(rows);
    this.#members.set(rows, known);
    return known;
  };

  /** The resource type of a root element; `undefined` where it is no resource that the tables know. */
  resource(element: string): ResourceElement | undefined {
    if (contentElement(element) !== undefined) return undefined;
    const type = resourceTypeByElement(element, this.#types);
    return type === undefined ? undefined : this.#indexed(type);
  }

  contentElement(element: string): ContentElementRow | undefined {
    return contentElement(element);
  }

  /** The element for a kind of content that has exactly one. */
  elementOf(kind: ContentElementRow['kind']): string {
    return CONTENT_ELEMENTS.find((row) => row.kind === kind)?.element ?? '';
  }

  /** Long name of an attribute of any resource type; a name that no table has stays as it is. */
  attributeName(short: string): string {
    return this.#attributeOfShort.get(short) ?? short;
  }

  attributeShort(name: string): string {
    return this.#shortOfAttribute.get(name) ?? name;
  }

  isAttributeShort(short: string): boolean {
    return this.#attributeOfShort.has(short);
  }

  #indexed(type: ResourceTypeRow): ResourceElement {
    const known = this.#resources.get(type);
    if (known !== undefined) return known;
    const members = index([...type.attributes.map(attributeMember), CHILD_RESOURCE]);
    const made = { type, members };
    this.#resources.set(type, made);
    return made;
  }
}

function attributeMember(row: AttributeRow): MemberRow {
  const member = { name: row.name, short: row.short, type: row.type, required: row.create === 'M' };
  return row.xml === undefined ? member : { ...member, xml: row.xml };
}

function parameterMember(row: { parameter: string; short: string; type: DataType }): MemberRow {
  return { name: row.parameter, short: row.short, type: row.type };
}

function index(rows: readonly MemberRow[]): Members {
  return {
    rows,
    byShort: new Map(rows.map((row) => [row.short, row])),
    byName: new Map(rows.map((row) => [row.name, row])),
  };
}

const BY_NAMES = new WeakMap<ProjectNames, Vocabulary>();
const BY_SPELLING = new Map<string, Vocabulary>();

/** The vocabulary of a spelling; made once for each, also where the names are a copy of others. */
export function vocabularyOf(names: ProjectNames = DEFAULT_PROJECT_NAMES): Vocabulary {
  const vocabulary = BY_NAMES.get(names) ?? vocabularySpelled(names);
  BY_NAMES.set(names, vocabulary);
  return vocabulary;
}

function vocabularySpelled(names: ProjectNames): Vocabulary {
  const spelling = JSON.stringify(names);
  const vocabulary = BY_SPELLING.get(spelling) ?? new Vocabulary(names);
  BY_SPELLING.set(spelling, vocabulary);
  return vocabulary;
}
