/* The bundle's way in: QiPdsaPlanner(runtime, element, args), as the platform calls it. */

import type { Runtime } from "../../qi_core/ui/tool";
import { PdsaPlanner, type PdsaArgs } from "./planner";

const TAG = "qi-pdsa-planner";

/** `element` is a DOM node in the LMS and may be a jQuery object in Studio; handlerUrl wants exactly what was given. */
function QiPdsaPlanner(runtime: Runtime, element: HTMLElement | { readonly 0: HTMLElement }, args: PdsaArgs): void {
  if (!customElements.get(TAG)) customElements.define(TAG, PdsaPlanner);
  const node = element instanceof HTMLElement ? element : element[0];
  const place = node.querySelector(`.${TAG}`) ?? node;
  const tool = document.createElement(TAG) as PdsaPlanner;
  tool.open(args, (handler, suffix) => runtime.handlerUrl(element, handler, suffix));
  place.replaceChildren(tool);
}

(window as unknown as Record<string, unknown>)["QiPdsaPlanner"] = QiPdsaPlanner;
