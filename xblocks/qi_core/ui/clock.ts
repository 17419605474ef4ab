/* Time for a store, to be replaced in tests. */

export interface Clock {
  later(run: () => void, delay_ms: number): () => void;
  now(): number;
}

export const browserClock: Clock = {
  later: (run, delay_ms) => {
    const timer = setTimeout(run, delay_ms);
    return () => clearTimeout(timer);
  },
  now: () => Date.now(),
};
