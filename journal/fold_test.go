package journal

import "testing"

func TestFold(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain", "zoe 1", "zoe 1"},
		{"case", "ZoE", "zoe"},
		{"accents", "Zoë Ångström", "zoe angstrom"},
		{"decomposed", "Zoe\u0308", "zoe"},
		{"turkish", "İnci", "inci"},
		{"greek", "ΣΟΦΊΑ", "σοφια"},
		{"other scripts", "山田", "山田"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Fold(tt.in); got != tt.want || Fold(got) != got {
				t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
