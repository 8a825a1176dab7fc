/** A row of features/<document>/requirements.yaml: one obligation of a document. */
export interface RequirementRow {
  readonly id: string;
  readonly document: string;
  readonly source: string;
  readonly level: 'must' | 'should' | 'may' | 'info';
  readonly role: string;
  readonly text: string;
  readonly observable: 'wire' | 'inspect' | 'no';
  readonly reason?: string;
  /** ICS items that must be declared true; absent for what is mandatory. */
  readonly ics?: readonly string[];
  readonly ambiguity?: readonly string[];
}
