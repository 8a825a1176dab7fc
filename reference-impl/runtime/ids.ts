/** Source of identifiers that are unique within a deployment. */
export interface Ids {
  /** A fresh identifier that begins with `prefix` and holds only unreserved URI characters. */
  next(prefix: string): string;
}
