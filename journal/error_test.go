package journal

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestError(t *testing.T) {
	cause := errors.New("disk at /home/somebody")
	known := Errorf(CodeConflict, "%s is kept already.", "Priya")
	known.Cause = cause
	tests := []struct {
		name    string
		err     error
		code    Code
		message string
	}{
		{"none", nil, "", ""},
		{"known", known, CodeConflict, "Priya is kept already."},
		{"wrapped", fmt.Errorf("keeping: %w", known), CodeConflict, "Priya is kept already."},
		{"unknown", cause, CodeInternal, "Something went wrong inside; nothing that was kept before is harmed."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if code, message := ErrorCode(tt.err), ErrorMessage(tt.err); code != tt.code || message != tt.message {
				t.Errorf("got %q, %q; want %q, %q", code, message, tt.code, tt.message)
			}
		})
	}
	if !errors.Is(known, cause) || strings.Contains(known.Error(), "/home") {
		t.Error("a cause has to be found by a program and not be shown to a person")
	}
}
