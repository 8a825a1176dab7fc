/** What one piece of work took. */
export interface Cost {
  readonly wallMilliseconds: number;
  /** Of all threads of this process; says the same on a busy machine. */
  readonly cpuMilliseconds: number;
}

export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  await work();
  const wallMilliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMilliseconds, cpuMilliseconds: (user + system) / 1e3 };
}

/** The least of several tries: what disturbs a measurement only ever adds to it. */
export async function leastCostOf(tries: number, work: () => Promise<unknown>): Promise<Cost> {
  let least: Cost = {
    wallMilliseconds: Number.POSITIVE_INFINITY,
    cpuMilliseconds: Number.POSITIVE_INFINITY,
  };
  for (let count = 0; count < tries; count += 1) {
    const cost = await costOf(work);
    least = {
      wallMilliseconds: Math.min(least.wallMilliseconds, cost.wallMilliseconds),
      cpuMilliseconds: Math.min(least.cpuMilliseconds, cost.cpuMilliseconds),
    };
  }
  return least;
}
