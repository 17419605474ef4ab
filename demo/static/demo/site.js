// What the academy's pages do: close menus, give the unit's frame its height, show the activity as it happens.
"use strict";

const POLL_MS = 2000;

function menus() {
  const open = () => document.querySelectorAll("details[data-menu][open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  for (const contents of document.querySelectorAll("[data-contents]")) {
    const narrow = matchMedia("(max-width: 900px)");
    const follow = () => { contents.open = !narrow.matches; };
    narrow.addEventListener("change", follow);
    follow();
  }
}

// The platform's learning page does the same: the frame tells its height, the page obeys.
function frames() {
  window.addEventListener("message", (event) => {
    if (event.origin !== location.origin || !event.data || event.data.type !== "plugin.resize") return;
    const height = Number(event.data.payload && event.data.payload.height);
    for (const frame of document.querySelectorAll("iframe[data-unit-frame]")) {
      if (frame.contentWindow === event.source && height > 0) frame.style.blockSize = `${Math.ceil(height) + 2}px`;
    }
  });
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function completionLine({ name, percent }) {
  const meter = element("meter", { min: 0, max: 100, value: percent });
  meter.setAttribute("aria-hidden", "true");
  return element("li", {},
    element("span", { className: "name" }, element("span", { textContent: name }), element("b", { textContent: `${percent} %` })),
    meter);
}

function eventLine({ name, at, data }, isNew) {
  const details = element("details", {},
    element("summary", { textContent: "What it says" }),
    element("pre", { textContent: JSON.stringify(data, null, 2) }));
  const time = element("time", { dateTime: at, textContent: new Date(at).toLocaleTimeString() });
  return element("li", { className: isNew ? "new" : "" }, time, element("code", { textContent: name }), details);
}

class Activity {
  constructor(panel) {
    this.panel = panel;
    this.page = panel.closest(".unit-page");
    this.opener = document.querySelector("[data-activity-open]");
    this.last = 0;
    this.timer = 0;
    this.announcer = panel.querySelector("[data-announcer]");
    this.opener.addEventListener("click", () => (panel.hidden ? this.open(true) : this.close()));
    panel.querySelector("[data-activity-close]").addEventListener("click", () => this.close());
    panel.querySelector("[data-announce]").addEventListener("change", (event) => {
      this.announcer.setAttribute("aria-live", event.target.checked ? "polite" : "off");
    });
    document.addEventListener("visibilitychange", () => this.schedule(0));
    if (sessionStorage.getItem("activity") === "open") this.open(false);
    else this.schedule(0);
  }

  open(takesFocus) {
    this.panel.hidden = false;
    this.page.classList.add("with-activity");
    this.opener.setAttribute("aria-expanded", "true");
    sessionStorage.setItem("activity", "open");
    if (takesFocus) this.panel.querySelector("h2").focus();
    this.schedule(0);
  }

  close() {
    this.panel.hidden = true;
    this.page.classList.remove("with-activity");
    this.opener.setAttribute("aria-expanded", "false");
    sessionStorage.removeItem("activity");
    this.opener.focus();
  }

  schedule(delay) {
    clearTimeout(this.timer);
    if (!document.hidden) this.timer = setTimeout(() => this.poll(), delay);
  }

  async poll() {
    try {
      const reply = await fetch(`${this.panel.dataset.activity}?after=${this.last}`, { credentials: "same-origin" });
      if (reply.ok) this.show(await reply.json());
    } catch {
      // The host is away: the next round asks again.
    }
    this.schedule(POLL_MS);
  }

  show({ completions, events, units }) {
    const list = this.panel.querySelector("[data-completions]");
    if (completions.length) list.replaceChildren(...completions.map(completionLine));
    const seenBefore = this.last > 0;
    if (events.length) {
      const lines = this.panel.querySelector("[data-events]");
      if (!seenBefore) lines.replaceChildren();
      lines.prepend(...events.map((event) => eventLine(event, seenBefore)));
      this.last = events[0].id;
      if (seenBefore) this.announcer.textContent = events.map((event) => event.name).join(", ");
    } else if (!seenBefore) this.last = 0;
    for (const [key, html] of Object.entries(units)) this.tick(key, html);
  }

  // Only the server writes these ticks; they carry no text of a person's.
  tick(key, { link, head }) {
    const entry = document.querySelector(`[data-unit="${CSS.escape(key)}"] .state`);
    if (!entry) return;
    const isHere = entry.closest("[aria-current]") !== null;
    const top = document.querySelector("[data-unit-state]");
    if (entry.outerHTML !== link) entry.outerHTML = link;
    if (isHere && top.innerHTML !== head) top.innerHTML = head;
  }
}

document.addEventListener("DOMContentLoaded", () => {
  menus();
  const panel = document.querySelector("[data-activity]");
  if (panel) new Activity(panel);
});
frames();
