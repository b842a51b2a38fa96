package journal

import (
	"strings"
	"testing"
)

func TestCleanName(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"OK", "Priya N.", "Priya N."},
		{"spaces", " \tPriya \u00a0 N. \n", "Priya N."},
		{"case and accents stay", "ZOË o’Brien", "ZOË o’Brien"},
		{"other scripts", "山田 太郎", "山田 太郎"},
		{"one character", "🙂", "🙂"},
		{"as long as can be", strings.Repeat("x", MaxName), strings.Repeat("x", MaxName)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := CleanName(tt.in); err != nil || got != tt.want {
				t.Errorf("CleanName(%q) = %q, %v; want %q", tt.in, got, err, tt.want)
			}
			if err := (Person{Name: tt.in}).Validate(); err != nil {
				t.Errorf("Validate: %v", err)
			}
		})
	}
	bad := []struct{ name, in, says string }{
		{"ErrNameRequired", "", "needs a name"},
		{"ErrNameRequired blank", " \t\n", "needs a name"},
		{"ErrNameRequired not to be seen", "\u200b\u200d", "needs a name"},
		{"ErrControl", "Pri\x1b[31mya", "control characters"},
		{"ErrControl nul", "a\x00", "control characters"},
		{"ErrUTF8", "a\xff", "UTF-8"},
		{"ErrTooLong", strings.Repeat("x", MaxName+1), "200 bytes"},
	}
	for _, tt := range bad {
		t.Run(tt.name, func(t *testing.T) {
			got, err := CleanName(tt.in)
			if got != "" || ErrorCode(err) != CodeInvalid || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("CleanName(%q) = %q, %v; want an error with %q", tt.in, got, err, tt.says)
			}
			if err := (Person{Name: tt.in}).Validate(); ErrorCode(err) != CodeInvalid {
				t.Errorf("Validate: %v", err)
			}
		})
	}
}
