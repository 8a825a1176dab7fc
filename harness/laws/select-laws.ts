import { ConfigError } from '../config/config-error';
import { documentNamed } from '../config/documents';
import { nearest } from '../config/nearest';
import { type Law, tagsOf } from './law';

/**
 * The laws that at least one selector names: by name, a requirement identifier, a tag or a document key. No selector
 * selects all of them. Throws a ConfigError for a selector that names none.
 */
export function selectLaws(laws: readonly Law[], selectors: readonly string[]): readonly Law[] {
  if (selectors.length === 0) return laws;
  const problems = selectors
    .filter((selector) => !laws.some((law) => isNamed(law, selector)))
    .map((selector) => ({
      where: selector,
      path: '',
      message: 'names no law',
      ...adviceFor(selector, laws),
    }));
  if (problems.length > 0) throw new ConfigError('Nothing to try for a selector', problems);
  return laws.filter((law) => selectors.some((selector) => isNamed(law, selector)));
}

function isNamed(law: Law, selector: string): boolean {
  const document = documentNamed(selector)?.key;
  if (document !== undefined) return law.requirements.some((id) => id.startsWith(`${document}-`));
  const tag = selector.startsWith('@') ? selector : `@${selector}`;
  return law.name === selector || tagsOf(law).includes(tag);
}

function adviceFor(selector: string, laws: readonly Law[]): { readonly advice: string } {
  const names = laws.map(({ name }) => name);
  const best = nearest(selector, names);
  return { advice: best === undefined ? `the laws are ${names.join(', ')}` : `did you mean "${best}"?` };
}
