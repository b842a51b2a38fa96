package journal

import (
	"errors"
	"fmt"
)

// Code says what sort of thing went wrong, so that a caller can choose an exit status or a
// screen without reading the message.
type Code string

const (
	CodeInvalid   Code = "invalid"   // what was given cannot be read or breaks a rule
	CodeNotFound  Code = "not_found" // nothing fits the name or id
	CodeAmbiguous Code = "ambiguous" // several things fit the name or id
	CodeConflict  Code = "conflict"  // it stands against what is already kept
	CodeReadOnly  Code = "read_only" // the journal can be read but not written
	CodeNewer     Code = "newer"     // the file was written by a newer version
	CodeDamaged   Code = "damaged"   // the file is not a journal or is damaged
	CodeInternal  Code = "internal"  // anything else; its cause is for a developer
)

// Error is what crosses the border of this program: one clear sentence for a person, a code
// for a program. Cause may hold what a lower layer said and is never shown.
type Error struct {
	Code    Code
	Message string
	Cause   error
}

func (e *Error) Error() string { return e.Message }
func (e *Error) Unwrap() error { return e.Cause }

// Errorf makes an Error with a complete sentence as its message.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// ErrorCode is the code of the first Error in err's chain, CodeInternal for any other error
// and "" for nil.
func ErrorCode(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// ErrorMessage is the sentence a person is shown for err. An error that has none gets a plain
// one, since a lower layer's words may hold paths or a user's text.
func ErrorMessage(err error) string {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Message
	}
	return "Something went wrong inside; nothing that was kept before is harmed."
}
