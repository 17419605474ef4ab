/* One way to the server: a handler's URL in, a reply that says what happened out. It never throws. */

export type Problem = { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> };
export type Problems = Readonly<Record<string, Problem>>;

export type Reply<T> =
  | { readonly kind: "ok"; readonly body: T }
  | { readonly kind: "problems"; readonly problems: Problems; readonly places?: Readonly<Record<string, string>> }
  | { readonly kind: "conflict"; readonly body: T }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "signed_out" }
  | { readonly kind: "unreachable" };

export type Post = <T>(handler: string, payload: unknown, leaving?: boolean) => Promise<Reply<T>>;

const TIMEOUT_MS = 20_000;

/** `keepalive` lets the last save outlive the page; browsers refuse it for bodies of more than 64 kB, in bytes. */
const KEEPALIVE_MAX = 60_000;

/** `heard` is told of every answer that is no refusal. */
export function poster(urlOf: (handler: string) => string, heard?: (body: unknown) => void): Post {
  return async <T>(handler: string, payload: unknown, leaving = false): Promise<Reply<T>> => {
    const body = JSON.stringify(payload);
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(urlOf(handler), {
        method: "POST",
        body,
        credentials: "same-origin",
        redirect: "manual",
        keepalive: leaving && new Blob([body]).size < KEEPALIVE_MAX,
        signal: abort.signal,
        headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") },
      });
      const reply = await read<T>(response);
      if (reply.kind === "ok") heard?.(reply.body);
      return reply;
    } catch {
      return { kind: "unreachable" };
    } finally {
      clearTimeout(timer);
    }
  };
}

async function read<T>(response: Response): Promise<Reply<T>> {
  if (response.status >= 500) return { kind: "unreachable" };
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  if (!isJson) return readPage(response.status);
  const body = await response.json();
  if (response.ok) return { kind: "ok", body: body as T };
  if (response.status === 401) return { kind: "signed_out" };
  if (response.status === 409 && body.document) return { kind: "conflict", body: body as T };
  if (body.problems) return { kind: "problems", problems: body.problems as Problems, places: body.places };
  if (body.reason === "sign_in") return { kind: "signed_out" };
  return { kind: "refused", reason: String(body.reason ?? response.status) };
}

/** No JSON: not our handler but something before it, a login page (or a redirect to it), a proxy, a 404. */
function readPage(status: number): Reply<never> {
  if (status === 413) return { kind: "problems", problems: { "": { code: "too_large" } } };
  if (status === 404) return { kind: "refused", reason: "gone" };
  return { kind: "signed_out" };
}

function cookie(name: string): string {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}
