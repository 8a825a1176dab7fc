import { describeAnswer } from '../../../harness/cast/describe-answer';
import { check } from '../../../harness/verdict/check';
import { isFailure } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { checkStatus, describeEntries } from '../judged-answer';
import { checkAccepted } from './acceptance';
import { askedRequest } from './asking';
import { inquireNow, resultsShown } from './inquiry';
import { memberExchanges } from './member-exchanges';
import { outlastRepetitions } from './patience';
import { entriesTold, LISTENERS } from './told';

consequence('the request is accepted', function () {
  return checkAccepted(this);
});

consequence('the request is accepted before any member has answered', async function () {
  await checkAccepted(this);
  const accepted = askedRequest(this).exchange?.answerPlace ?? 0;
  const early = memberExchanges(this).filter(({ exchange }) => (exchange.answerPlace ?? accepted) < accepted);
  const names = early.map(({ hosted }) => hosted.name).join(', ');
  check(early.length === 0, 'the members that answered before the acceptance', 'none', names);
});

consequence('the acceptance names a request resource', async function () {
  checkStatus(await inquireNow(this), 'the request resource that the acceptance names', [RSC.OK]);
});

consequence('the request is refused or ends without results', async function () {
  const answer = await askedRequest(this).answer();
  if (isFailure(answer)) return this.enter('X-IGO-14', 'refused at once');
  await checkAccepted(this);
  await outlastRepetitions(this);
  const told = await Promise.all(LISTENERS.map((listener) => entriesTold(this, listener)));
  const entries = [...told.flat(), ...(await inquired(this))];
  const successes = entries.filter(({ response }) => !isFailure(response));
  check(successes.length === 0, 'the results', 'failures or none', describeEntries(this, successes));
  this.enter('X-IGO-14', `${describeAnswer(answer)}, then no result`);
});

/** What the request resource shows, where there is one. */
async function inquired(world: FlowproofWorld) {
  const { content } = await askedRequest(world).answer();
  if (content?.kind !== 'uri') return [];
  const answer = await inquireNow(world);
  return answer.responseStatusCode === RSC.OK ? resultsShown(world, answer) : [];
}
