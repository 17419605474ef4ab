/* Whether somebody is typing in a field, in this block or beside it: then an answer that came late leaves the focus there. */

export function isTyping(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.matches("input:not([type=file]), textarea, select") ?? false;
}
