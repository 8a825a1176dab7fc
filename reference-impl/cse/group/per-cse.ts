import type { Cse } from '../cse';

/** State that a unit keeps for each CSE and that ends with it; `make` gives the first. */
export function perCse<State>(make: () => State): (cse: Cse) => State {
  const states = new WeakMap<Cse, State>();
  return (cse) => {
    const known = states.get(cse);
    if (known !== undefined) return known;
    const made = make();
    states.set(cse, made);
    return made;
  };
}
