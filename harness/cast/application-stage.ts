import type { ApplicationUnderTest } from './application';
import { ApplicationCse } from './application-cse';
import { ApplicationReports } from './application-reports';
import type { CseStage, Stage } from './stage';

/** A stage for an application: the tester plays the CSE, at the identifiers that the target names for it. */
export async function stageForApplication(stage: Stage, underTest: ApplicationUnderTest): Promise<CseStage> {
  const cse = new ApplicationCse(stage);
  await cse.open();
  return {
    ...stage,
    kind: 'cse',
    cse: { ...stage.target.cse, url: cse.address },
    application: { underTest, cse, reports: new ApplicationReports(stage, cse) },
    close: async () => {
      await cse.close();
      await stage.close();
    },
  };
}
