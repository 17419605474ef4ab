/* What has the focus may go with a drawing; without this the focus would fall to the top of the host's page. */

/** The title of the part where it was takes it then, without moving the page. `redraw` may put the focus itself. */
export function keepingFocus(root: ShadowRoot, redraw: () => void): void {
  const held: Element[] = [];
  for (let one = root.activeElement; one; one = one.parentElement) held.push(one);
  redraw();
  if (!held.length || root.activeElement) return;
  const part = held.find(({ isConnected }) => isConnected)?.closest("fieldset,section")?.querySelector<HTMLElement>("[tabindex='-1']");
  (part ?? root.getElementById("title"))?.focus({ preventScroll: true });
}
