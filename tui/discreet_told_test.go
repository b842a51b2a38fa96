package tui

import (
	"strings"
	"testing"
)

// TestDiscreetTold has what was told in confidence as all there is of an action, a topic, an outcome and
// whatever else a journal keeps: none of it may be seen, in however many rows it stands.
func TestDiscreetTold(t *testing.T) {
	for _, before := range []string{"", "@priya ", "the words ", "priv: he  Confidecanary  "} { // what stands behind two spaces looks like another column
		t.Run(before, func(t *testing.T) {
			w := newWall(t)
			w.paint(before + "priv: Confidecanary" + strings.Repeat(", as Confidecanary says", 12) + "\nafter.")
			for _, query := range []string{"UPDATE person SET name = 'Somebody ' || id", "UPDATE draft SET person_name = 'Somebody', text = 'half'", "UPDATE prompt_set SET title = 'Mine'", "UPDATE relationship SET formality = ''", "UPDATE session SET medium = ''"} {
				_, err := w.db.Exec(query)
				w.desk.must(err)
			}
			d := w.desk
			d.keys("v")
			for _, page := range w.morePages() {
				for _, size := range [][2]int{{80, 24}, {130, 40}, {60, 20}} {
					d.alone(page, size)
					if got := d.screen(); strings.Contains(got, "Confide") {
						at := strings.Index(got, "Confide")
						t.Errorf("%T shows at %d columns what was told in confidence:\n%s", page, size[0], got[max(0, at-200):min(len(got), at+200)])
					}
				}
			}
		})
	}
}
