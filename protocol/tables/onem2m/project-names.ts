import type { HttpMapping } from './rows';

/**
 * The names that no published table assigns, in one place, since a target may spell them otherwise.
 * It knows neither the parameters nor the attributes that bear them: the tables take the names from here.
 * @see docs/profiles/onem2m-groups.md, TS-0004 8.2.2 and 8.2.3 (where the rows are missing), TS-0009 6.2.2.2
 */
export interface ProjectNames {
  /** Short name of Group Somecast Target Number. */
  readonly groupSomecastTargetNumber: string;
  readonly somecastEnable: string;
  readonly somecastAlgorithm: string;
  /** Where Group Request Target Members travels in HTTP. Its short name, grtm, is assigned. */
  readonly groupRequestTargetMembersHttp: HttpMapping;
  readonly groupSomecastTargetNumberHttp: HttpMapping;
}

export const DEFAULT_PROJECT_NAMES: ProjectNames = {
  groupSomecastTargetNumber: 'gstn',
  somecastEnable: 'some',
  somecastAlgorithm: 'soma',
  groupRequestTargetMembersHttp: { in: 'query', name: 'grtm', project: true },
  groupSomecastTargetNumberHttp: { in: 'query', name: 'gstn', project: true },
};
