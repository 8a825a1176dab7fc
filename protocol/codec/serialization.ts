import type { Decoded } from '../model/decoded';
import type { PrimitiveContent } from '../model/primitive-content';
import type { RequestPrimitive } from '../model/request-primitive';
import type { ResponsePrimitive } from '../model/response-primitive';
import type { ProjectNames } from '../tables/onem2m/project-names';
import type { CodecLimits } from './limits';

interface SerializationOptions {
  readonly limits?: CodecLimits;
  readonly names?: ProjectNames;
}

/** `purpose` says what NULL means: refused in a create, deletion in an update. Default: what a peer answers. */
export interface ContentOptions extends SerializationOptions {
  readonly purpose?: 'create' | 'update' | 'other';
}

/** One serialization of primitives and of their content. Encoders throw UnencodableError, decoders nothing. */
export interface Serialization {
  encodeContent(content: PrimitiveContent, options?: SerializationOptions): string;
  decodeContent(text: string, options?: ContentOptions): Decoded<PrimitiveContent>;
  encodeRequest(request: RequestPrimitive, options?: SerializationOptions): string;
  decodeRequest(text: string, options?: SerializationOptions): Decoded<RequestPrimitive>;
  encodeResponse(response: ResponsePrimitive, options?: SerializationOptions): string;
  decodeResponse(text: string, options?: SerializationOptions): Decoded<ResponsePrimitive>;
}
