package tui

import "bothways/tui/config"

// measure is how wide words run at most, in cells: what an eye follows without losing the line.
func (e *Env) measure() int {
	if e.Measure < 1 {
		return config.UsualMeasure
	}
	return e.Measure
}

// keysOf are the keys of an action as the person set them; typing is on a page where letters are words.
func (e *Env) keysOf(a Action, typing bool) Action {
	if len(e.Keys) > 0 && len(a.Keys) > 0 {
		a.Keys = config.Keys(e.Keys, a.ID, a.Keys, typing)
	}
	return a
}
