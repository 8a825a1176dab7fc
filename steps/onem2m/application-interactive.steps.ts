import { Given } from '@cucumber/cucumber';
import { check, show } from '../../harness/verdict/check';
import type { Operation } from '../../protocol/model/operation';
import { ResponseTypeValue } from '../../protocol/tables/onem2m/enumerations';
import type { Path } from '../parameter-types';
import { consequence, stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { applicationOf, hostForApplication } from './application';
import {
  checkAcknowledged,
  firstQuestion,
  inquiriesBeyond,
  inquiriesFor,
  namesOthers,
  report,
  requestsForAll,
  requireQuestion,
  resultsOf,
  tellToAsk,
} from './application-interactive';
import { identifierOf } from './cells';

Given(
  'the application knows the group {name} of the containers {members}',
  function (this: FlowproofWorld, group: string, containers: readonly Path[]) {
    for (const { name } of containers) hostForApplication(this, name, 'container');
    const memberIDs = containers.map((container) => identifierOf(this, container));
    hostForApplication(this, group, 'group', { memberIDs });
    this.members.set(group, memberIDs);
  },
);

Given(
  'the application has asked every member of {name} and looks for what is missing after {duration}',
  async function (this: FlowproofWorld, group: string, inquireAfter: number) {
    requireQuestion(await tellToAsk(this, group, inquireAfter));
  },
);

Given(
  'CSE1 keeps the results of {members} for inquiry',
  function (this: FlowproofWorld, members: readonly Path[]) {
    applicationOf(this).cse.questions.keep(resultsOf(this, members));
  },
);

stimulus(
  'the application is told to ask every member of {name} and to look for what is missing after {duration}',
  async function (group: string, inquireAfter: number) {
    await tellToAsk(this, group, inquireAfter);
  },
);

stimulus('CSE1 reports {members}', function (members: readonly Path[]) {
  return report(this, (reports) => reports.send(resultsOf(this, members)));
});

stimulus('CSE1 reports the same again', function () {
  return report(this, (reports) => reports.sendAgain());
});

stimulus('CSE1 reports {path} with {status}', function (member: Path, status: number) {
  return report(this, (reports) => reports.send(resultsOf(this, [member], status)));
});

consequence('the application acknowledges', function () {
  checkAcknowledged(this);
});

consequence(
  'the application asks for a(n) {operation} of {path} to be answered later',
  function (operation: Operation, path: Path) {
    const question = firstQuestion(this);
    const what = 'the request of the application';
    const to = identifierOf(this, path);
    check(question.operation === operation, `Operation of ${what}`, operation, question.operation);
    check(this.scene.places.same(question.to, to), `To of ${what}`, show(to), show(question.to));
    const { value, notificationURIs } = question.responseType ?? {};
    const isLater = value === ResponseTypeValue.nonBlockingRequestAsynch;
    check(isLater, `Response Type of ${what}`, 'nonBlockingRequestAsynch (2)', show(value));
    const isToBeTold = notificationURIs === undefined || notificationURIs.length > 0;
    check(isToBeTold, `notification targets of ${what}`, 'none said, or one at the least', 'an empty list');
  },
);

/** How it asks is its own choice. @see X-IGO-12 */
consequence('the application asks for the result of {members}', async function (members: readonly Path[]) {
  const inquiries = await inquiriesFor(this, members);
  const { questions } = applicationOf(this).cse;
  const asksGroup = inquiries.some((inquiry) => questions.groupAskedBy(inquiry));
  this.enter(
    'X-IGO-12',
    asksGroup ? 'the application asks the group again' : 'the application retrieves the request resource',
  );
});

consequence('the application asks only for {members}', async function (members: readonly Path[]) {
  const inquiries = await inquiriesFor(this, members);
  const beyond = inquiries.find((inquiry) => namesOthers(this, inquiry, members));
  const expected = members.map((member) => identifierOf(this, member)).join(', ');
  const actual = beyond?.groupRequestTargetMembers?.join(', ') ?? '';
  check(beyond === undefined, 'the members that the inquiry of the application names', expected, actual);
});

consequence('the application asks for nothing more', async function () {
  const [further] = await inquiriesBeyond(this);
  check(
    further === undefined,
    'what the application sent after it had all results',
    'nothing',
    `a ${further?.operation} of ${further?.to}`,
  );
});

consequence('the application has asked {int} time(s) at most', async function (most: number) {
  const { length } = await requestsForAll(this);
  check(
    length <= most,
    'requests of the application to all members of the group',
    `${most} at most`,
    `${length}`,
  );
});
