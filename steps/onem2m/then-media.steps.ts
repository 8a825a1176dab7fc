import { check } from '../../harness/verdict/check';
import { consequence } from '../say';

const MEDIA_TYPE = {
  json: /^application\/(?:vnd\.onem2m-[a-z]+\+)?json\b/i,
  xml: /^application\/(?:vnd\.onem2m-[a-z]+\+)?xml\b/i,
};

consequence('the answer is written in {media}', async function (media: 'json' | 'xml') {
  await this.answer();
  const { requestIdentifier, description } = this.turn;
  const exchange = this.exchanges().find(({ request }) => request.headers['x-m2m-ri'] === requestIdentifier);
  const contentType = exchange?.response?.headers['content-type'] ?? 'none';
  check(
    MEDIA_TYPE[media].test(contentType),
    `Content-Type of ${description}`,
    `that of ${media}`,
    contentType,
  );
});
