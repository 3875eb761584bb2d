// Package scenarios reads scenarios written in TOML and holds the shipped ones.
package scenarios
