/* What every bundle ends with: the init function of the block, which puts the tool into its place on the page. */

import type { InitArgs, QiTool, Runtime } from "./tool";

type Given = HTMLElement | { readonly 0: HTMLElement };

/** `element` is a DOM node in the LMS and may be a jQuery object in Studio; handlerUrl wants exactly what was given. */
export function register<D, A extends InitArgs<D>>(init: string, tag: string, Tool: new () => QiTool<D, A>): void {
  (window as unknown as Record<string, unknown>)[init] = function (runtime: Runtime, element: Given, args: A): void {
    if (!customElements.get(tag)) customElements.define(tag, Tool);
    const node = element instanceof HTMLElement ? element : element[0];
    const tool = document.createElement(tag) as unknown as QiTool<D, A>;
    tool.open(args, (handler, suffix) => runtime.handlerUrl(element, handler, suffix, tool.project_id && `project=${tool.project_id}`));
    (node.querySelector(`.${tag}`) ?? node).replaceChildren(tool);
  };
}
