// Asks the model as WebAssembly a list of questions, as the page's worker does: node ask.mjs wasm_exec.js entente.wasm <questions
import fs from "node:fs";
import vm from "node:vm";
import { performance } from "node:perf_hooks";

vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"));
const go = new globalThis.Go();
globalThis.ententeReady = () => {
  const answers = [];
  for (const q of JSON.parse(fs.readFileSync(0, "utf8"))) {
    const began = performance.now();
    answers.push(globalThis.ententeAsk(q));
    if (process.env.ASK_TIMES) console.error(Math.round(performance.now() - began), "ms", q.slice(0, 80));
  }
  fs.writeSync(1, JSON.stringify(answers));
  process.exit(0);
};
const { instance } = await WebAssembly.instantiate(fs.readFileSync(process.argv[3]), go.importObject);
go.run(instance);
