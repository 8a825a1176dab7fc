/** What a check found against the target, in words and literal values. */
export interface DeviationDetail {
  /** What was looked at: `the answer to the retrieve of "pumps/fopt"`. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  /** Number of the wiretap exchange that shows it, where there is one. */
  readonly exchange?: number;
}

/** The target did something else than the document demands. In a preamble it makes the scenario INCONCLUSIVE. */
export class Deviation extends Error {
  override readonly name = 'Deviation';
  readonly detail: DeviationDetail;

  constructor(detail: DeviationDetail) {
    super(`${detail.what}: expected ${detail.expected}, got ${detail.actual}`);
    this.detail = detail;
  }
}

/** The tester or its surroundings could not do their part: the target was never put to the test. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
}
