// Studio's unit page: opens a block's editor in a panel of its own and listens to what it notifies.
"use strict";

const EDITOR_MESSAGE = "studio.notify";

class Editor {
  constructor(button) {
    this.button = button;
    this.block = button.closest("[data-block]");
    this.panel = this.block.querySelector("[data-editor]");
    button.addEventListener("click", () => (this.panel.hidden ? this.open() : this.close()));
    window.addEventListener("message", (event) => {
      if (event.origin !== location.origin || !this.frame || event.source !== this.frame.contentWindow) return;
      if (event.data && event.data.type === EDITOR_MESSAGE) this.hear(event.data.name, event.data.data || {});
    });
  }

  open() {
    this.says = document.createElement("p");
    this.says.setAttribute("role", "status");
    this.frame = Object.assign(document.createElement("iframe"), {
      title: `Settings of ${this.block.querySelector("h2").textContent}`,
      src: this.button.dataset.edit,
    });
    this.frame.dataset.unitFrame = "";
    this.frame.setAttribute("scrolling", "no");
    this.panel.replaceChildren(this.says, this.frame);
    this.panel.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.button.textContent = "Close";
    this.frame.focus();
  }

  close() {
    this.panel.replaceChildren();
    this.panel.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.button.textContent = "Edit";
    this.button.focus();
  }

  // The platform's editor closes on the end of a save and on cancel, and shows what an error says.
  hear(name, data) {
    if (name === "cancel") this.close();
    else if (name === "error") this.say(`${data.title || "Not saved"}. ${data.message || ""}`, "notice stop");
    else if (name === "save" && data.state === "start") this.say(data.message || "Saving…", "saving");
    else if (name === "save" && data.state === "end") {
      location.hash = this.block.id;
      location.reload();
    }
  }

  say(text, kind) {
    this.says.className = kind;
    this.says.textContent = text;
  }
}

for (const button of document.querySelectorAll("[data-edit]")) new Editor(button);
