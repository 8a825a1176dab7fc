import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { isFailure } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Outstanding } from '../../reference-impl/cse/interactive/outstanding';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';

/** Deviations in what is noted of the answers of members. @see IGO 2.2 steps 3 to 5 */
export const INTERACTIVE_RESULT_FAULTS: readonly Fault[] = [
  {
    name: 'refusals-are-no-results',
    description: 'Notes successes only; what a member refused is neither told nor shown.',
    catches: ['What a member refuses is reported as its result'],
    apply: (procedures) => ({
      ...procedures,
      noteResult(cse, outstanding, entry) {
        if (!isFailure(entry)) procedures.noteResult(cse, outstanding, entry);
        else if (outstanding.awaited.size === 0) procedures.finishGathering(cse, outstanding);
      },
    }),
  },
  {
    name: 'refusals-become-bad-request',
    description: 'Notes every refusal as BAD_REQUEST.',
    catches: [
      'What a member refuses is reported as its result',
      'What a member refused is shown as its result',
    ],
    apply: notingOtherwise((entry) =>
      isFailure(entry) ? { ...entry, responseStatusCode: RSC.BAD_REQUEST } : entry,
    ),
  },
  {
    name: 'results-without-content',
    description: 'Notes the code of an answer and not its content.',
    catches: ['The result of a member is what the member answered'],
    apply: notingOtherwise(({ content: _content, ...entry }) => entry),
  },
  {
    name: 'results-with-content-of-the-first',
    description: 'Every result has the content of the first one.',
    catches: ['The result of a member is what the member answered'],
    apply: notingOtherwise((entry, { results }) => {
      const { content = entry.content } = results[0] ?? entry;
      return content === undefined ? entry : { ...entry, content };
    }),
  },
  {
    name: 'results-name-the-group',
    description: 'Every result says that it comes from the fan-out point.',
    catches: ['A <operation> of all members is accepted, and its results follow'],
    apply: notingOtherwise((entry, { accepted }) => ({ ...entry, from: accepted.request.to })),
  },
  {
    name: 'nested-results-without-members',
    description: 'Notes the answer of a nested group without the answers of its members.',
    catches: [
      'The members of a nested group are told of',
      'The members of a nested group on another CSE are told of',
    ],
    apply: notingOtherwise((entry) => {
      const { content, ...outside } = entry;
      return content?.kind === 'aggregatedResponse' ? outside : entry;
    }),
  },
  {
    name: 'result-of-the-first-noted-twice',
    description: 'Notes the answer of the first member twice.',
    catches: ['An answer that comes twice is told once'],
    apply: (procedures) => ({
      ...procedures,
      noteResult(cse, outstanding, entry) {
        procedures.noteResult(cse, outstanding, entry);
        if (outstanding.results.length === 1) procedures.noteResult(cse, outstanding, entry);
      },
    }),
  },
];

/** A reference that notes something else than a member answered. */
function notingOtherwise(change: (entry: ResponsePrimitive, outstanding: Outstanding) => ResponsePrimitive) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    noteResult: (cse, outstanding, entry) =>
      procedures.noteResult(cse, outstanding, change(entry, outstanding)),
  });
}
