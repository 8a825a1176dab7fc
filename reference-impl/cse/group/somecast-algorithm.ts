import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { SomecastAlgorithm } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { somecastAlgorithmIn } from './group-attributes';

const SUPPORTED: readonly number[] = Object.values(SomecastAlgorithm);

/** A group never holds an algorithm that this CSE cannot carry out. @see SOM 6.3.4.2.X */
export function checkSomecastAlgorithm(attributes: Attributes): Refusal | undefined {
  const algorithm = somecastAlgorithmIn(attributes);
  if (SUPPORTED.includes(algorithm)) return undefined;
  return refuse(
    RSC.BAD_REQUEST,
    `somecastAlgorithm ${algorithm} is none of ${SUPPORTED.join(', ')}.`,
    'SOM 6.3.4.2.X',
  );
}
