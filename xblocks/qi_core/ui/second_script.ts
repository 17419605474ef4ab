/* A block's second bundle holds what few need each day: the first one has a budget. */

/** Loads the script at its first use; `take` then finds what it put into the page. Rejects without a connection; the next call
    tries again. */
export function once<T>(take: () => T): (url: string) => Promise<T> {
  let loading: Promise<T> | null = null;
  return (url) => (loading ??= new Promise<T>((done, fail) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => done(take());
    script.onerror = (cause) => { loading = null; fail(cause); };
    document.head.append(script);
  }));
}
