/** An answer that says in one sentence, for a person, what is the matter. It never says what is inside. */
export function plainAnswer(
  status: number,
  sentence: string,
  headers: readonly (readonly [name: string, value: string])[] = [],
): Response {
  const answer = new Response(`${sentence}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
  for (const [name, value] of headers) answer.headers.append(name, value);
  return answer;
}
