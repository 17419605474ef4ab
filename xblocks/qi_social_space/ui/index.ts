/* The bundle's way in: QiSocialSpace(runtime, element, args), as the platform calls it. */

import { SocialSpace } from "./space";
import type { Runtime } from "../../qi_core/ui/tool";
import type { Args } from "./types";

const TAG = "qi-social-space";
type Given = HTMLElement | { readonly 0: HTMLElement };

/** `element` is a DOM node in the LMS and may be a jQuery object in Studio; handlerUrl wants exactly what was given. */
function QiSocialSpace(runtime: Runtime, element: Given, args: Args): void {
  if (!customElements.get(TAG)) customElements.define(TAG, SocialSpace);
  const node = element instanceof HTMLElement ? element : element[0];
  const space = document.createElement(TAG) as SocialSpace;
  space.open(args, (handler, suffix) => runtime.handlerUrl(element, handler, suffix));
  (node.querySelector(`.${TAG}`) ?? node).replaceChildren(space);
}

(window as unknown as Record<string, unknown>)["QiSocialSpace"] = QiSocialSpace;
