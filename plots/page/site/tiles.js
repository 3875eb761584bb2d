// A map of tiles: one for each state, near its neighbours. It is a grid that arrow keys walk.
import { h, s } from "./dom.js";
import { t } from "./words.js";

// tileMap places tiles. look(tile) gives {cls, mark, says, tint}; onpick makes tiles buttons; ties() are arcs between them.
export function tileMap(tiles, label, look, onpick, ties) {
  const cols = 1 + Math.max(...tiles.map((x) => x.col)), rows = 1 + Math.max(...tiles.map((x) => x.row));
  const cells = new Map();
  const grid = h("div", { class: "tiles", role: "grid", "aria-label": label, style: { gridTemplateColumns: `repeat(${cols}, minmax(0, 1fr))` } });
  for (let row = 0; row < rows; row++) {
    const inRow = tiles.filter((x) => x.row === row).sort((a, b) => a.col - b.col);
    if (!inRow.length) continue;
    grid.append(h("div", { role: "row", class: "row" }, inRow.map((tile) => {
      const cell = h("div", {
        role: "gridcell", class: "tile", tabindex: "-1", "data-id": tile.id,
        style: { gridColumn: tile.col + 1, gridRow: tile.row + 1 },
        onclick: () => { focus(tile.id); onpick?.(tile); },
      });
      cells.set(tile.id, { tile, cell });
      return cell;
    })));
  }
  const first = tiles[0].id;
  let at = first;
  function focus(id) {
    cells.get(at).cell.tabIndex = -1;
    at = id;
    cells.get(at).cell.tabIndex = 0;
    cells.get(at).cell.focus();
  }
  cells.get(first).cell.tabIndex = 0;
  grid.addEventListener("keydown", (e) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    const here = cells.get(at).tile;
    if (step) {
      e.preventDefault();
      let best = null, least = Infinity;
      for (const { tile } of cells.values()) {
        const dx = tile.col - here.col, dy = tile.row - here.row, along = dx * step[0] + dy * step[1];
        if (along <= 0) continue;
        const off = along + 3 * Math.abs(step[0] ? dy : dx);
        if (off < least) [best, least] = [tile.id, off];
      }
      if (best) focus(best);
    } else if (e.key === "Enter" || e.key === " ") {
      e.preventDefault();
      onpick?.(here);
    }
  });
  function draw(newLook = look) {
    look = newLook;
    for (const { tile, cell } of cells.values()) {
      const { cls = "", mark = "", says = "", tint } = look(tile);
      cell.className = `tile ${cls} ${tile.role === "rival" ? "rival" : ""}`;
      cell.style.setProperty("--tint", tint ?? "");
      cell.replaceChildren(h("span", { class: "id", "aria-hidden": "true" }, tile.id), h("span", { class: "mark", "aria-hidden": "true" }, mark),
        h("span", { class: "unseen" }, t("tile.says", { name: tile.name, says })));
      cell.title = t("tile.says", { name: tile.name, says });
    }
  }
  draw();
  if (!ties) return { el: grid, draw, focus };
  const arcs = s("svg", { class: "arcs", "aria-hidden": "true" }), el = h("div", { class: "map" }, grid, arcs);
  let over = null; // whose ties are drawn, and all of them; else those of all states that bind or are new
  function drawArcs() {
    const boxes = new Map([...cells].map(([id, { cell: c }]) => [id, [c.offsetLeft + c.offsetWidth / 2, c.offsetTop + c.offsetHeight / 2]]));
    const size = [el.clientWidth, el.clientHeight];
    const drawn = ties().filter((x) => (over ? x.between.includes(over) : x.kind === "defence" || x.grown));
    arcs.style.setProperty("--room", Math.min(1, 12 / Math.max(1, drawn.length))); // many are drawn lighter and thinner
    arcs.replaceChildren(...drawn.map((x) => s("path", { class: `${x.kind === "defence" ? "defence" : "lesser"} ${x.grown ? "grown" : ""}`, d: arc(...x.between, boxes, size) })));
  }
  const alone = (e) => {
    const id = e.target.closest?.(".tile")?.dataset.id ?? null;
    if (id !== over) { over = id; drawArcs(); }
  };
  for (const event of ["pointerover", "focusin"]) grid.addEventListener(event, alone);
  for (const event of ["pointerleave", "focusout"]) grid.addEventListener(event, () => { over = null; drawArcs(); });
  new ResizeObserver(drawArcs).observe(grid);
  return { el, draw(newLook) { draw(newLook); drawArcs(); }, focus };
}

// arc is a curve from one tile to another within the map: of the bends that cross the fewest letters the flattest. It begins and ends
// beside the letters of its own tiles.
const letters = [1.4, 1.35]; // half of the room that letters take on a tile, in letters of the page
const bends = [0.12, -0.12, 0.25, -0.25, 0.4, -0.4, 0.6, -0.6];
function arc(from, to, boxes, [wide, high]) {
  const [x1, y1] = boxes.get(from), [x2, y2] = boxes.get(to), steps = 24;
  const [across, up] = letters.map((v) => v * parseFloat(getComputedStyle(document.documentElement).fontSize));
  const on = (id, [x, y]) => Math.abs(x - boxes.get(id)[0]) < across && Math.abs(y - boxes.get(id)[1]) < up;
  let best = null, least = Infinity;
  for (const bend of bends) {
    const cx = (x1 + x2) / 2 + bend * (y2 - y1), cy = (y1 + y2) / 2 - bend * (x2 - x1);
    const at = (u, v = u) => [(1 - u) * (1 - v) * x1 + ((1 - u) * v + u * (1 - v)) * cx + u * v * x2, (1 - u) * (1 - v) * y1 + ((1 - u) * v + u * (1 - v)) * cy + u * v * y2];
    const points = Array.from({ length: steps + 1 }, (_, k) => at(k / steps));
    const first = points.findIndex((p) => !on(from, p)), last = points.findLastIndex((p) => !on(to, p));
    const crossed = points.filter(([x, y]) => x < 2 || x > wide - 2 || y < 2 || y > high - 2 || [...boxes.keys()].some((id) => id !== from && id !== to && on(id, [x, y]))).length;
    if (crossed + Math.abs(bend) < least && first >= 0 && last > first) {
      least = crossed + Math.abs(bend);
      const u = first / steps, v = last / steps;
      best = `M${at(u)}Q${at(u, v)} ${at(v)}`;
    }
  }
  return best ?? "";
}
