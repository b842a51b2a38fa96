package theme_test

import (
	"testing"

	"bothways/tui/theme"
)

func TestDark(t *testing.T) {
	for says, dark := range map[string]bool{
		"": true, "15;0": true, "7;8": true, "15;default;0": true, "0;15": false, "0;default;15": false, "0;7": false, "default;default": true, "0;": true, "15": false,
	} {
		t.Run(says, func(t *testing.T) {
			if got := theme.Dark(says); got != dark {
				t.Errorf("got %v", got)
			}
		})
	}
}
