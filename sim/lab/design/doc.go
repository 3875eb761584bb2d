// Package design lays out the points of [0, 1]^k at which a study looks. It knows neither the model nor what is looked
// for there.
package design
