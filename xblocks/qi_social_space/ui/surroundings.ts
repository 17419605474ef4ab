/* Around the talk: the phase of the run, the community rules, the facilitators' tabs, the foot. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "./field";
import { ago, dayText, moment, type View } from "./view";

const RULES = ["kind", "nobody", "pictures", "advice", "route", "read"] as const;

export function phaseBanner({ say, feed, locale }: View): TemplateResult | typeof nothing {
  const { name, until, prompt } = feed.args.phase;
  const paused = feed.me.paused_until;
  const day = until ? dayText(until, locale, "long") : "";
  return html`
    ${name === "open" ? nothing : html`<p class="banner"><strong>${say(`phase.${name}`)}</strong> ${until ? say("phase_until", { day }) : nothing}
      ${prompt ? html`<br />${say("todays_prompt", { prompt })}` : nothing}</p>`}
    ${feed.room.group && !feed.facilitates ? html`<p class="small soft">${say("your_group", { name: feed.room.group })}</p>` : nothing}
    ${paused ? html`<p class="note warn">${icon("lock")}<span>${say("paused", { until: moment(paused, locale) })}</span></p>` : nothing}`;
}

/** Once for a course; afterwards behind a link in the foot. */
export function rulesPanel(view: View): TemplateResult | typeof nothing {
  const { say, feed } = view;
  if (feed.me.accepted && view.open !== "rules") return nothing;
  return html`<section class="panel wash stack tight" aria-labelledby="rules-title">
    <h4 id="rules-title" tabindex="-1">${say("rules_title")}</h4>
    <ul class="rules">${RULES.map((rule) => html`<li>${say(`rule.${rule}`)}</li>`)}</ul>
    <p class="small soft">${say("not_an_incident_route")}</p>
    ${feed.me.accepted
      ? html`<button class="button fit" @click=${() => view.show("", "show-rules")}>${say("dismiss")}</button>`
      : html`<button class="button primary fit" @click=${async () => { if (await feed.act("accept_rules", {}, "said.accepted")) view.focusAfter("f-new"); }}>${say("accept_rules")}</button>`}
  </section>`;
}

export function tabs(view: View, now: "talk" | "queue", go: (tab: "talk" | "queue") => void): TemplateResult | typeof nothing {
  const { say, feed } = view;
  if (!feed.facilitates) return nothing;
  const tab = (name: "talk" | "queue", words: string): TemplateResult =>
    html`<button class="tab" aria-pressed=${name === now ? "true" : "false"} @click=${() => go(name)}>${words}</button>`;
  const called = (id: number, name: string, n: number): string => {
    const shown = id ? name || `${id}` : say("no_cohort");
    return n ? say("cohort_waiting", { name: shown, n }) : shown;
  };
  const changed = async ({ target }: Event): Promise<void> => {
    await feed.later?.enter(feed, Number((target as HTMLSelectElement).value));
    (target as HTMLSelectElement).value = `${feed.cohort}`;
  };
  return html`<div class="row apart tabs"><div class="row" role="group" aria-label=${say("views")}>
      ${tab("talk", say("tab_talk"))}${tab("queue", say("tab_queue", { n: feed.waiting }))}</div>
    ${feed.room.cohorts.length > 1 ? html`<label class="inline"><span>${say("label.cohort")}</span><select @change=${changed}>
      ${feed.room.cohorts.map(({ id, name, waiting }) => html`<option value=${id} ?selected=${id === feed.cohort}>${called(id, name, waiting)}</option>`)}</select></label>` : nothing}
  </div>`;
}

/** From the second visit on it is always there, also to say that nothing has happened. */
export function sinceLastHere(view: View): TemplateResult | typeof nothing {
  const { say, feed, locale } = view;
  const { posts, replies, is_return } = feed.room.news;
  if (!is_return) return nothing;
  const told = say(posts === 1 ? "one_new_post" : posts >= 100 ? "many_new_posts" : "new_posts", { n: posts });
  return html`<section class="panel wash stack tight" aria-labelledby="since-title">
    <h4 id="since-title">${say("since_last_here")}</h4>
    ${posts ? html`<button class="link fit" @click=${() => feed.load({ sort: "unseen", topic: "" }).then(() => view.focusAfter("feed-title"))}>${told}</button>` : replies.length ? nothing : html`<p>${say("nothing_new")}</p>`}
    ${replies.length ? html`<ul class="stack tight">${replies.map((reply) => html`<li><button class="link" @click=${() => feed.link(reply.id).then(() => view.focusAfter(`post-${reply.id}`))}>
      ${say("replied_to_you", { name: reply.author?.name ?? say("former_learner") })}</button> <span class="small soft">${ago(reply.created, locale)}</span></li>`)}</ul>` : nothing}
  </section>`;
}

export function footView(view: View, exportUrl: string): TemplateResult {
  const { say, feed } = view;
  const { said, me } = feed;
  const left = me.todo[0];
  return html`<footer class="foot">
    <span class="state" id="said" tabindex="-1">${said.key ? say(said.key, said.facts) : say("foot_hint")}</span>
    <span class="todo">${left ? say(`todo.${left.rule}`, left.facts) : html`${icon("tick")}${say("all_done")}`}</span>
    <span class="row"><button class="link small" id="show-rules" @click=${() => view.show("rules", "rules-title")}>${say("rules_title")}</button>
      <a class="small" href=${exportUrl} download="my-posts.json">${say("export_mine")}</a></span>
    ${me.muted.length ? html`<span class="row small">${say("muted_people")} ${me.muted.map((one) => html`<button class="link small" @click=${() => feed.act("mute", { person: one.id, is_on: false }, "said.unmuted").then(() => feed.load())}>${say("unmute", { name: one.name })}</button>`)}</span>` : nothing}
  </footer>`;
}
