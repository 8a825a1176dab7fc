import type { RunResult } from '../verdict/run-result';
import { headlineOf } from './headline';
import { clip } from './text/clip';
import { markup } from './text/markup';
import { visibleLine } from './text/visible-text';

/** How the run ended, for a README. No percentage: one failed requirement is a failed run. */
const COLOURS = { good: '#1a6b3c', bad: '#b3261e', unsure: '#8a5300' } as const;

const CHARACTER_WIDTH = 7;

export function badgeSvg(run: RunResult): string {
  const { tone, title } = headlineOf(run);
  const label = clip(visibleLine(run.tool.name), 40);
  const message = title.toLowerCase();
  const left = label.length * CHARACTER_WIDTH + 12;
  const right = message.length * CHARACTER_WIDTH + 12;
  const width = left + right;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${label}: ${message}">
    <title>${label}: ${message}</title>
    <clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>
    <g clip-path="url(#r)"><rect width="${left}" height="20" fill="#444"/><rect x="${left}" width="${right}" height="20" fill="${COLOURS[tone]}"/></g>
    <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11"><text x="${left / 2}" y="14">${label}</text><text x="${left + right / 2}" y="14">${message}</text></g>
    </svg>
    `.toString();
}
