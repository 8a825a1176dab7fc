import type { CseConfig } from '../../reference-impl/cse/cse-config';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { deployCse } from '../../reference-impl/deploy';
import { RandomIds } from '../../reference-impl/runtime/random-ids';
import { createHttpLink } from '../links/http';

/** A reference that serves real clients. */
export interface ServedReference {
  readonly address: string;
  readonly config: CseConfig;
  close(): Promise<void>;
}
