// Package networks is what the literature makes of states and their ties as such, by strengths and links alone:
// alliances that keep the peace (Jackson & Nei), two camps (Axelrod & Bennett), crowds (Granovetter, Schelling). It
// knows no run, no tick and no scenario; rules of package sim take from it what they need.
package networks
