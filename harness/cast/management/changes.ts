/** Wakes those who wait for something to have happened, each time that something did. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  happened(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves as soon as it holds. */
  until(holds: () => boolean): Promise<true> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve(true);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
