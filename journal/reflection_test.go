package journal

import (
	"testing"
	"time"
)

func TestReflectionValidate(t *testing.T) {
	at := time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC)
	tests := []struct {
		name string
		r    Reflection
		says string
	}{
		{"OK", Reflection{Text: "words", At: at}, ""},
		{"ErrTime", Reflection{Text: "words"}, "needs a time"},
		{"ErrNoWords", Reflection{At: at}, "no words"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.r.Validate(), tt.says) })
	}
}
