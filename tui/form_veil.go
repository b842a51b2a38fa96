package tui

import (
	"bothways/journal"
	"bothways/tui/editor"
)

// In discreet mode a form shows what its fields hold without what was told in confidence, and no way
// to reach anybody until a key in that field asks for it: whoever edits it has to see it then.

// apart reports whether a field is nobody else's business as a whole.
func (ff *formField) apart() bool { return ff.key == "contact" || ff.key == "private" }

// asked reports whether something was done in the field.
func (ff *formField) asked() bool {
	return ff.ed.Text() != ff.value || ff.ed.Cursor() != len(ff.value)
}

// shown is what a field that is not typed in says.
func (f *form) shown(ff *formField, said string) string {
	if ff.apart() {
		return f.veil.Private(said)
	}
	return f.veil.Words(said)
}

// hide is what is drawn as dots in the field that is typed in.
func (f *form) hide(ff *formField) func(string, bool) []editor.Span {
	if !f.veil.On() {
		return nil
	}
	asked := ff.asked()
	return func(line string, here bool) []editor.Span {
		if ff.apart() && !asked {
			return []editor.Span{{From: 0, To: len(line)}}
		}
		if at := journal.Confided(line); at > 0 && !(here && asked) {
			return append(hiddenSpans(f.veil, line[:at]), editor.Span{From: at, To: len(line)})
		}
		if ff.apart() {
			return nil
		}
		return hiddenSpans(f.veil, line)
	}
}
