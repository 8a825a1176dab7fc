import { type BundleProblem, verifyBundle } from '../report/bundle/verify-bundle';
import { visibleLine } from '../report/text/visible-text';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

/** `flowproof verify`: is a report folder as it was written? It needs no target and says nothing of the verdicts. */
export async function verifyCommand(
  folder: string,
  options: { readonly fingerprint?: string },
  terminal: Terminal,
): Promise<number> {
  const { paint } = terminal;
  const verification = await verifyBundle(folder, options.fingerprint);
  if (verification.kind === 'broken') {
    terminal.line(paint.bad(`${folder} is not as it was written`));
    for (const problem of verification.problems)
      terminal.line(`  ${paint.bad('✗')} ${visibleLine(describe(problem))}`);
    return ExitCode.verificationFailed;
  }
  const { manifest, signer, uncovered } = verification;
  terminal.line(paint.good(`${folder} is as it was written: ${manifest.files.length} files`));
  terminal.line(`signed by ${manifest.signing.fingerprint}`);
  if (signer === 'not-compared') {
    terminal.line(
      paint.unsure(
        'the signer was not compared: --fingerprint <text> does, with one you know from elsewhere',
      ),
    );
  }
  if (uncovered.length > 0)
    terminal.line(`not covered by the signature: ${visibleLine(uncovered.join(', '))}`);
  return ExitCode.conformant;
}

function describe(problem: BundleProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return `${problem.path} cannot be read: ${problem.detail}`;
    case 'bad-signature':
      return 'the signature does not belong to this manifest';
    case 'other-signer':
      return `signed by ${problem.actual}, not by ${problem.expected}`;
    case 'missing':
      return `${problem.path} is missing`;
    case 'changed':
      return `${problem.path} was changed: sha256 ${problem.actual} instead of ${problem.expected}`;
  }
}
