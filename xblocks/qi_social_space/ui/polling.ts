/* Asking now and then whether something has changed: less often when nothing does, not at all in a hidden tab. */

const FIRST_MS = 15_000;
const LONGEST_MS = 120_000;
const SLOWER = 1.4;

export interface Polling { start(): void; stop(): void; soon(): void }

/** `ask` answers whether something was new; null: could not be asked. */
export function polling(ask: () => Promise<boolean | null>): Polling {
  let delay_ms = FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    clearTimeout(timer);
    if (document.visibilityState !== "hidden") timer = setTimeout(run, delay_ms);
  };
  const run = async (): Promise<void> => {
    const isNew = await ask();
    delay_ms = isNew ? FIRST_MS : Math.min(LONGEST_MS, delay_ms * SLOWER);
    again();
  };
  const soon = (): void => { delay_ms = FIRST_MS; again(); };
  const seen = (): void => {
    if (document.visibilityState === "hidden") clearTimeout(timer);
    else void run();
  };
  return {
    start: () => { document.addEventListener("visibilitychange", seen); window.addEventListener("online", seen); again(); },
    stop: () => { document.removeEventListener("visibilitychange", seen); window.removeEventListener("online", seen); clearTimeout(timer); },
    soon,
  };
}

export interface Asked<T> { readonly body: T | null; readonly etag: string }

/** A GET that may answer 304; `body` null: nothing new, or nobody there. */
export async function look<T>(url: string, query: Readonly<Record<string, string>>, etag: string): Promise<Asked<T>> {
  try {
    const response = await fetch(`${url}${url.includes("?") ? "&" : "?"}${new URLSearchParams(query)}`, {
      credentials: "same-origin", redirect: "manual", cache: "no-store", headers: etag ? { "If-None-Match": etag } : {},
    });
    if (!response.ok) return { body: null, etag };
    return { body: await response.json() as T, etag: response.headers.get("ETag") ?? "" };
  } catch {
    return { body: null, etag };
  }
}
