"""How a problem looks and behaves in the browser. The page's theme is rude on purpose, so every rule is said."""

SCRIPT = """
function ProblemOfTheHost(runtime, element, told) {
  const form = (element[0] || element).querySelector("form");
  const fields = [...form.querySelectorAll("fieldset")];
  const say = (place, words) => {
    const line = document.createElement("p");
    line.textContent = words;
    place.append(line);
  };
  const show = ({ results, right }) => {
    results.forEach((result, at) => {
      const place = fields[at].querySelector(".problem-feedback");
      place.replaceChildren();
      place.classList.toggle("is-right", result.is_right);
      say(place, result.is_right ? "✓ That is right." : "Not quite yet.");
      result.feedback.forEach((words) => say(place, words));
    });
    if (results.length) {
      form.querySelector(".problem-score").textContent =
        `Sent. ${right} of ${results.length} right. You can change your answers and send them again.`;
    }
  };
  told.answers.forEach((chosen, at) => chosen.forEach((value) => {
    fields[at].querySelector(`[value="${value}"]`).checked = true;
  }));
  show(told);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answers = fields.map((field) => [...field.querySelectorAll(":checked")].map((one) => Number(one.value)));
    const token = document.cookie.match(/csrftoken=([^;]+)/);
    const reply = await fetch(runtime.handlerUrl(element, "submit_answers"), {
      method: "POST", credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token ? token[1] : "" },
      body: JSON.stringify({ answers }),
    });
    if (reply.ok) show(await reply.json());
    else form.querySelector(".problem-score").textContent = "Your answers were not sent. Please try again.";
  });
}
"""
LOOK = """
.problem { max-width: 65ch; padding: 12px 0; font: 16px/1.5 system-ui, sans-serif; letter-spacing: 0; color: #1b2733; }
.problem h3 {
  font: 500 21px/1.3 "Iowan Old Style", Palatino, Georgia, serif; letter-spacing: 0; text-transform: none;
  color: #1b2733; margin: 0 0 0.5em;
}
.problem fieldset { float: none; width: auto; margin: 0 0 24px; padding: 0; border: 0; min-width: 0; }
.problem legend { margin: 0 0 8px; padding: 0; background: none; font: 500 17px/1.5 system-ui, sans-serif; letter-spacing: 0; color: #1b2733; }
.problem label {
  float: none; display: flex; gap: 12px; align-items: flex-start; width: auto; margin: 0 0 4px; padding: 8px 0; min-height: 24px;
  font: 16px/1.5 system-ui, sans-serif; letter-spacing: 0; text-transform: none; color: #1b2733; cursor: pointer;
}
.problem input { flex: none; width: 20px; height: 20px; box-sizing: border-box; float: none; margin: 2px 0 0; padding: 0; box-shadow: none; accent-color: #1d574a; }
.problem button {
  box-sizing: border-box; float: none; margin: 0; min-height: 44px; padding: 8px 24px; border: 1px solid #1d574a; border-radius: 6px;
  background: #1d574a; color: #fff; font: 500 16px/1.25 system-ui, sans-serif; letter-spacing: 0; text-transform: none; text-shadow: none;
}
.problem :focus-visible { outline: 3px solid #1d574a; outline-offset: 2px; }
.problem-feedback:not(:empty) { margin-top: 8px; padding: 12px 16px; border-inline-start: 4px solid #6b7785; background: #f4f6f8; }
.problem-feedback.is-right { border-color: #1d574a; }
.problem p { margin: 0 0 4px; font: 16px/1.5 system-ui, sans-serif; letter-spacing: 0; color: #1b2733; }
.problem-score { min-height: 24px; padding-top: 8px; }
"""
