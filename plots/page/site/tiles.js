// A map of tiles: one for each state, near its neighbours. It is a grid that arrow keys walk.
import { h } from "./dom.js";
import { t } from "./words.js";

// tileMap places tiles. look(tile) gives {cls, mark, says, tint}; onpick makes tiles buttons.
export function tileMap(tiles, label, look, onpick) {
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
  return { el: grid, draw, focus };
}
