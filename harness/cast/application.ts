import type { ApplicationTrigger } from '../../protocol/model/application-intent';
import type { ApplicationCse } from './application-cse';
import type { ApplicationReports } from './application-reports';

/** An application under test: told what is wanted, it sends a request of its own making to the CSE of the trigger. */
export interface ApplicationUnderTest {
  /** Resolves once the application has taken the trigger; throws Inconclusive where it cannot be told. */
  tell(trigger: ApplicationTrigger): Promise<void>;
}

/** An application and the CSE that the tester plays for it. */
export interface ApplicationOnStage {
  readonly underTest: ApplicationUnderTest;
  readonly cse: ApplicationCse;
  readonly reports: ApplicationReports;
}
