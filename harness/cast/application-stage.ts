import type { ApplicationUnderTest } from './application';
import { ApplicationCse } from './application-cse';
import { ApplicationReports } from './application-reports';
import type { Stage } from './stage';

/** A stage for an application: the tester plays the CSE, at the identifiers that the target names for it. */
export async function stageForApplication(
  stage: Omit<Stage, 'cse'>,
  underTest: ApplicationUnderTest,
): Promise<Stage> {
  const cse = new ApplicationCse(stage);
  await cse.open();
  return {
    ...stage,
    cse: { ...stage.target.cse, url: cse.address },
    application: { underTest, cse, reports: new ApplicationReports(stage, cse) },
    close: async () => {
      await cse.close();
      await stage.close();
    },
  };
}
