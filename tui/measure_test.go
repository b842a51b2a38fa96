package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"bothways/journal"
)

// TestMeasure sets texts that are read as wide as was asked for, in a window with more room.
func TestMeasure(t *testing.T) {
	for _, measure := range []int{40, 100} {
		d := newDesk(t)
		rel := d.relationshipWith("Priya Nair")
		kept, err := d.store().KeepNote(t.Context(), journal.Note{RelationshipID: rel.ID, Text: strings.Repeat("so we went on and on ", 30)})
		d.must(err)
		d.root.env.Measure = measure
		d.alone(NewSession(d.root.env, kept.Session.ID), [2]int{130, 40})
		widest := 0
		for row := range strings.SplitSeq(d.screen(), "\n") {
			if strings.Contains(row, "on and on") {
				widest = max(widest, ansi.StringWidth(strings.TrimSpace(row)))
			}
		}
		if widest > measure+4 || widest < measure-10 {
			t.Errorf("at %d the widest row has %d cells:\n%s", measure, widest, d.screen())
		}
	}
}
