/** Source of randomness. */
export interface Random {
  /** A whole number from 0 up to and without `bound`, each equally likely. */
  below(bound: number): number;
}
