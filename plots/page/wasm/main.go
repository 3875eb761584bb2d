//go:build js && wasm

// The model as the seminar page runs it: one function, a question in JSON, an answer in JSON.
package main

import (
	"syscall/js"

	"entente/plots/page/model"
)

func main() {
	desk := model.NewDesk()
	js.Global().Set("ententeAsk", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return desk.Ask(args[0].String())
	}))
	js.Global().Call("ententeReady")
	select {}
}
