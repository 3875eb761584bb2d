// Small helpers to build the page.

export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(el, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) el.addEventListener(key.slice(2), value);
    else if (key === "style") Object.assign(el.style, value); // an attribute would be refused by the Content-Security-Policy
    else if (key === "value" || key === "checked" || key === "disabled" || key === "selected") el[key] = value;
    else el.setAttribute(key, value === true ? "" : value);
  }
  el.append(...children.flat(9).filter((c) => c !== null && c !== undefined && c !== false));
  return el;
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// say tells a result to who listens.
export function say(text) {
  const live = document.getElementById("live");
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 30);
}

// typed is what is typed on a command line: it breaks between words and not within a flag.
export function typed(text, attributes = {}) {
  return h("code", attributes, unbroken(text));
}

// unbroken is text whose words stay whole where a line has room for them: browsers break after hyphens, as of --set.
export const unbroken = (text) => text.split(/(\s+)/).map((word) => (/-/.test(word) && word.length < 30 ? h("span", { class: "word" }, word) : word));

export function button(text, onclick, attributes = {}) {
  return h("button", { type: "button", ...attributes, onclick }, text);
}

// pause waits for so many milliseconds, or until the screen is left.
export function pause(ms, signal) {
  return new Promise((done, left) => {
    if (signal?.aborted) return left(signal.reason);
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", () => { clearTimeout(timer); left(signal.reason); }, { once: true });
  });
}

// sized draws something anew whenever its width changes, so that its text stays as large as it is; where the text of the page is
// larger, as on a projector, so is the drawing.
export function sized(el, draw) {
  let width = 0;
  const again = () => {
    const now = Math.floor(el.clientWidth);
    if (now > 0 && now !== width) {
      width = now;
      const times = Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 18), svg = draw(Math.floor(now / times));
      for (const side of ["width", "height"]) svg.setAttribute(side, times * svg.getAttribute(side));
      el.replaceChildren(svg);
    }
  };
  new ResizeObserver(again).observe(el);
  return { el, redraw() { width = 0; again(); } };
}

// choices is a group of radio buttons.
export function choices(legend, name, options, chosen, onchoose, attributes = {}) {
  return h("fieldset", { class: "choices", ...attributes }, h("legend", {}, legend),
    options.map(([value, label]) => h("label", {},
      h("input", { type: "radio", name, value, checked: value === chosen, onchange: () => onchoose(value) }), h("span", {}, label))));
}

// slider is a range with its value beside it.
export function slider(label, { min, max, step, value, unit = "", show = (v) => v }, oninput) {
  const out = h("output", {}, show(value));
  const input = h("input", {
    type: "range", min, max, step, value, "aria-label": label, "aria-valuetext": `${show(value)} ${unit}`,
    oninput: () => {
      const v = Number(input.value);
      out.textContent = show(v);
      input.setAttribute("aria-valuetext", `${show(v)} ${unit}`);
      oninput(v);
    },
  });
  return { el: h("div", { class: "slider" }, h("span", { class: "what" }, label), input, out), input, out };
}

// labelled is a control under its name.
export const labelled = (id, name, control) => h("div", { class: "field" }, h("label", { for: id }, name), control);
