//go:build unix

package e2e

import (
	"os/exec"
	"testing"
)

// TestSeesLastWords looks for what a program wrote just before it ended: it takes longer to draw than
// to write.
func TestSeesLastWords(t *testing.T) {
	p := &person{openTerminal(t, exec.Command("sh", "-c", "yes 'a row to be drawn before' | head -n 2000; echo the last words"), window{width: 80, height: 24})}
	p.Sees("the last words")
}
