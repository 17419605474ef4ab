// The page around the blocks of a unit: starts each block as the platform does, tells the parent its height.
(function ($) {
  "use strict";

  function cookie(name) {
    const found = document.cookie.match(new RegExp(`(?:^|; )${name}=([^;]*)`));
    return found ? decodeURIComponent(found[1]) : "";
  }

  // jQuery sends the CSRF token by itself; fetch() does not.
  $.ajaxSetup({
    beforeSend(request, settings) {
      if (!/^(GET|HEAD|OPTIONS)$/i.test(settings.type) && !this.crossDomain) {
        request.setRequestHeader("X-CSRFToken", cookie("csrftoken"));
      }
    },
  });

  function events() {
    const listeners = {};
    return {
      listenTo(name, callback) { (listeners[name] = listeners[name] || []).push(callback); },
      notify(name, data) { (listeners[name] || []).forEach((callback) => callback(data)); },
    };
  }

  window.LmsRuntime = {
    v1: function LmsRuntime() {
      return Object.assign(events(), {
        handlerUrl(block, handler, suffix, query, thirdParty) {
          const { courseId, usageId } = $(block).data();
          const kind = thirdParty ? "handler_noauth" : "handler";
          const path = `/courses/${courseId}/xblock/${usageId}/${kind}/${handler}`;
          return path + (suffix ? `/${suffix}` : "") + (query ? `?${query}` : "");
        },
        children(block) { return $(block).prop("xblock_children"); },
      });
    },
  };

  function argumentsOf(element) {
    const script = $(element).children(".xblock-json-init-args");
    return script.length ? JSON.parse(script.text()) : {};
  }

  // `init` runs as a constructor of sorts: what it returns, or its `this`, is the block.
  function start(element) {
    const { init, runtimeClass, runtimeVersion, blockType } = $(element).data();
    if (!init) return;
    const runtime = new window[runtimeClass][`v${runtimeVersion}`](element);
    const initFn = window[init];
    const given = runtime.wrapsElements ? $(element) : element;
    function Block() { return initFn.apply(this, [runtime, given, argumentsOf(element)]); }
    Block.prototype = initFn.prototype;
    const block = Object.assign(new Block(), { runtime, element, type: blockType });
    $(element).trigger("xblock-initialized").data("initialized", true).addClass("xblock-initialized");
    element.xblock = block;
  }

  function completeWhenViewed() {
    $("[data-mark-completed-on-view-after-delay]").each(function watch() {
      const unit = this;
      const block = unit.querySelector(".xblock");
      const delayMs = Number(unit.dataset.markCompletedOnViewAfterDelay);
      let timer = 0;
      const observer = new IntersectionObserver(([entry]) => {
        clearTimeout(timer);
        if (entry.isIntersecting) timer = setTimeout(viewed, delayMs);
      });
      function viewed() {
        observer.disconnect();
        const url = new window.LmsRuntime.v1().handlerUrl(block, "publish_completion");
        $.ajax({ type: "POST", url, contentType: "application/json", data: '{"completion": 1.0}' });
      }
      observer.observe(unit);
    });
  }

  // The parent gives the frame the height it is told. The page never scrolls by itself: after each message
  // it jumps to its top, as the platform's does.
  function tellHeight() {
    if (window === window.parent) return;
    const content = document.getElementById("content");
    let told = {};
    function tell(event) {
      const size = { width: content.offsetWidth, height: content.offsetHeight };
      const isSame = size.width === told.width && size.height === told.height;
      if (isSame && event.type !== "load") return;
      told = size;
      window.parent.postMessage({ type: "plugin.resize", payload: size }, document.referrer || "*");
      window.scrollTo(0, 0);
    }
    new MutationObserver(tell).observe(document.body, { attributes: true, childList: true, subtree: true });
    new ResizeObserver(tell).observe(document.body);
    window.addEventListener("load", tell);
  }

  $(() => {
    $(".xblock").each(function each() { start(this); });
    completeWhenViewed();
    tellHeight();
  });
}(window.jQuery));
