package tui

import "bothways/tui/config"

// measure is how wide words run at most, in cells: what an eye follows without losing the line.
func (e *Env) measure() int {
	if e.Measure < 1 {
		return config.UsualMeasure
	}
	return e.Measure
}

// textWidth is how wide a text that is read may be in a window of w cells, with its margins.
func (e *Env) textWidth(w int) int {
	const margins, marks = 4, 4 // the window's; what stands before a line that became something, and room behind
	return min(w-margins, e.measure()+marks)
}

// keysOf are the keys of an action as the person set them; typing is on a page where letters are words.
func (e *Env) keysOf(a Action, typing bool) Action {
	if len(e.Keys) > 0 && len(a.Keys) > 0 {
		a.Keys = config.Keys(e.Keys, a.ID, a.Keys, typing)
	}
	return a
}

// key is the key in force of an action that usually has the key usual, as a sentence names it: pages say
// "u brings it back" with it, so that what they say stays true whatever keys are set.
func (e *Env) key(id, usual string) string {
	return e.keysOf(Action{ID: id, Keys: []string{usual}}, false).Label()
}

// textKey is the same where letters are words: of the keys in force one that does not go into the text.
func (e *Env) textKey(id, usual string) string {
	for _, k := range config.Keys(e.Keys, id, []string{usual}, true) {
		if !config.OfText(k) {
			return Action{Keys: []string{k}}.Label()
		}
	}
	return usual
}
