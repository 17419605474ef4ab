/* Lists of threads as values: putting in what is new, changing one post, taking one out. Pure functions. */

import type { FeedPage, Post, Thread } from "./types";

type Threads = readonly Thread[];

/** The same post wherever it stands; null takes it out. */
export function withPost(threads: Threads, id: number, change: (post: Post) => Post | null): Threads {
  return threads.flatMap((thread) => {
    if (thread.post.id === id) {
      const post = change(thread.post);
      return post ? [{ ...thread, post }] : [];
    }
    if (!thread.replies.some((reply) => reply.id === id)) return [thread];
    const replies = thread.replies.flatMap((reply) => (reply.id === id ? change(reply) ?? [] : reply));
    return [{ ...thread, replies, reply_count: thread.reply_count - (thread.replies.length - replies.length) }];
  });
}

/** A post of one's own goes where its readers look for it: a reply under its thread, a thread on top. */
export function withOwn(page: FeedPage, post: Post): FeedPage {
  if (post.thread === null) {
    const others = page.threads.filter((thread) => thread.post.id !== post.id);
    return { ...page, threads: [{ post, replies: [], reply_count: 0 }, ...others] };
  }
  const add = (thread: Thread): Thread => thread.post.id === post.thread && !thread.replies.some(({ id }) => id === post.id)
    ? { ...thread, replies: [...thread.replies, post], reply_count: thread.reply_count + 1 } : thread;
  return { ...page, pinned: page.pinned.map(add), threads: page.threads.map(add) };
}

/** In the order in which they were written; of the same one the newer. */
export function together(known: readonly Post[], newer: readonly Post[]): readonly Post[] {
  return [...new Map([...known, ...newer].map((reply) => [reply.id, reply])).values()].sort((one, two) => one.id - two.id);
}

/** Threads that have changed: those on the page are brought up to date, the others are told of. */
export function merged(page: FeedPage, changed: Threads): { readonly page: FeedPage; readonly fresh: Threads } {
  const of = new Map(changed.map((thread) => [thread.post.id, thread]));
  const update = (thread: Thread): Thread => {
    const next = of.get(thread.post.id);
    if (!next) return thread;
    return { ...next, replies: together(thread.replies, next.replies) };
  };
  const here = new Set([...page.pinned, ...page.threads].map(({ post }) => post.id));
  return {
    page: { ...page, pinned: page.pinned.map(update), threads: page.threads.map(update) },
    fresh: changed.filter(({ post }) => !here.has(post.id) && !post.is_own && post.state === "visible"),
  };
}

export function newest(page: FeedPage): number {
  const all = [...page.pinned, ...page.threads].flatMap(({ post, replies }) => [post.id, ...replies.map(({ id }) => id)]);
  return Math.max(0, ...all);
}
