// The runtimes of Studio's preview, Studio's editor and a content library, and the loader that is a global
// of all three: a script which defines an anonymous AMD module does not run there.
(function ($) {
  "use strict";

  window.define = function define(name) {
    if (typeof name !== "string") throw new Error("Mismatched anonymous define() module");
  };
  window.define.amd = {};
  window.require = window.requirejs = function require() {};

  // What a block's editor says goes to Studio's page.
  function notify(name, data) {
    window.parent.postMessage({ type: "studio.notify", name, data: data || {} }, window.location.origin);
  }

  function inStudio(base, wrapsElements) {
    return function StudioRuntime() {
      return {
        wrapsElements,
        notify,
        listenTo() {},
        handlerUrl(block, handler, suffix, query) {
          return `${base}/${$(block).data("usageId")}/handler/${handler}/${suffix || ""}${query ? `?${query}` : ""}`;
        },
      };
    };
  }

  window.PreviewRuntime = { v1: inStudio("/preview/xblock", false) };
  // its editor hands over a jQuery object, everything else a node
  window.StudioRuntime = { v1: inStudio("/studio/xblock", true) };

  const ADDRESS = Symbol("address of handlers");
  window.LibraryRuntime = {
    v1: function LibraryRuntime(element) {
      element[ADDRESS] = element.dataset.handlerUrl;
      return {
        notify,
        // only the very element that was handed over knows its address, and there is no listenTo
        handlerUrl(block, handler, suffix, query) {
          return block[ADDRESS].replace("HANDLER", handler) + (suffix || "") + (query ? `?${query}` : "");
        },
      };
    },
  };
}(window.jQuery));
