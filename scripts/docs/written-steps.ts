import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile,
  getLeadingCommentRanges,
  isCallExpression,
  isExpressionStatement,
  isIdentifier,
  isStringLiteralLike,
  ScriptTarget,
  type SourceFile,
  type Statement,
} from 'typescript';
import { packageRoot } from '../../harness/config/package-root';

/** A step as its file defines it. */
export interface WrittenStep {
  /** From the folder steps/. */
  readonly file: string;
  readonly keyword: string;
  readonly expression: string;
  /** The comment above it, where there is one. */
  readonly comment: string;
}

/** In a flow a stimulus and a consequence may begin with the number of their step. */
const KEYWORDS: { readonly [name: string]: string } = {
  Given: 'Given',
  When: 'When',
  Then: 'Then',
  stimulus: 'When',
  consequence: 'Then',
};

/** Reads the step definitions out of the source: cucumber knows neither their comments nor, behind a wrapper, their file. */
export function writtenSteps(): readonly WrittenStep[] {
  const folder = join(packageRoot, 'steps');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.steps.ts'))
    .sort();
  return files.flatMap((file) => {
    const source = createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ScriptTarget.ES2023);
    return source.statements.flatMap((statement) => stepIn(statement, source));
  });
}

function stepIn(statement: Statement, source: SourceFile): readonly WrittenStep[] {
  if (!isExpressionStatement(statement) || !isCallExpression(statement.expression)) return [];
  const { expression: definer, arguments: values } = statement.expression;
  const [pattern] = values;
  const keyword = isIdentifier(definer) ? KEYWORDS[definer.text] : undefined;
  if (keyword === undefined || pattern === undefined || !isStringLiteralLike(pattern)) return [];
  const comment = commentAbove(statement, source);
  return [{ file: source.fileName, keyword, expression: pattern.text, comment }];
}

/** Without the references, which are for those who read the code. */
function commentAbove(statement: Statement, source: SourceFile): string {
  const range = getLeadingCommentRanges(source.text, statement.pos)?.at(-1);
  if (range === undefined) return '';
  const text = source.text.slice(range.pos, range.end);
  if (!text.startsWith('/**')) return '';
  const words = text.slice(3, -2).replace(/^\s*\* ?/gm, '');
  return words
    .replace(/@see [^@]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
