/**
 * An empty specializationType may be written as an empty text, which is no m2m:specializationType; it is read as the
 * object without members, so that either spelling is seen. Everything else stays byte for byte. @see X-SOM-42
 */
export async function withEmptySpecialization(message: Request): Promise<Request> {
  if (!/json/i.test(message.headers.get('content-type') ?? '')) return message;
  const { method, url, headers } = message;
  const bytes = Buffer.from(await message.arrayBuffer());
  const text = bytes.toString('latin1');
  const body = Buffer.from(text.replace(/("spty"\s*:\s*)""/, '$1{}'), 'latin1');
  return new Request(url, { method, headers, body });
}
