import type { Page } from './page';
import { parameterPages } from './parameter-pages';
import { requirementPages } from './requirement-pages';
import { resourcePages } from './resource-pages';
import { targetFilePage } from './target-file-page';
import { valuePages } from './value-pages';
import { vocabularyPage } from './vocabulary-page';

/** Every page of docs/ that is made from the code. */
export async function generatedPages(): Promise<readonly Page[]> {
  return [
    ...parameterPages(),
    ...resourcePages(),
    ...valuePages(),
    targetFilePage(),
    await vocabularyPage(),
    ...(await requirementPages()),
  ];
}
