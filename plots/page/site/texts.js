// Texts for teaching, as entente class prints them.
import { h, button, unbroken } from "./dom.js";
import { t, language } from "./words.js";
import { readText } from "./model.js";
import { wait } from "./trouble.js";
import { index } from "./question.js";

// set sets a text as a printer would: commands break between words, what runs on of a line is set in, a per cent stays with its number,
// and what is less than nought has a minus and no hyphen.
function set(place) {
  const all = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), pieces = [];
  while (all.nextNode()) pieces.push(all.currentNode);
  for (const piece of pieces) {
    if (piece.parentNode.closest("pre")) piece.replaceWith(...piece.data.match(/.*\n|.+/g).map((line) => h("span", { class: "line" }, unbroken(line))));
    else if (piece.parentNode.closest("code")) piece.replaceWith(...unbroken(piece.data));
    else piece.data = piece.data.replace(/(^|[\s(])-(?=\d|\(|ln )/g, "$1−").replace(/(\d) %/g, "$1\u00a0%");
  }
}

export function texts(signal, query) {
  const asked = new URLSearchParams(query).get("t"), name = index.texts.includes(asked) ? asked : index.texts[0];
  const place = h("article", { class: `text ${name}` }, h("h1", {}, t("screen.9")), h("p", { class: "soft" }, t("wait.text")));
  const open = () => readText(`class/${name}.html`).then((html) => {
    if (signal.aborted) return;
    place.innerHTML = html; // of our own making
    place.lang = "en";
    set(place);
  }).catch((e) => place.replaceChildren(h("h1", {}, t("screen.9")), wait(e, open)));
  open();
  return h("section", { class: "texts" }, h("nav", { "aria-label": t("texts.nav") }, index.texts.map((x) => h("a", { href: `#/9?t=${x}`, "aria-current": x === name ? "page" : false }, t(`texts.${x}`))),
    button(t("texts.print"), () => print(), { "data-print": "" })), language() !== "en" && h("p", { class: "soft" }, t("texts.english")), place);
}
