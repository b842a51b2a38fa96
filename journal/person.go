package journal

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// MaxName is the longest name kept, in bytes: far above any real name, and small enough that a
// pasted page is noticed as one.
const MaxName = 200

// Person is somebody I mentor, who mentors me, or both.
type Person struct {
	ID           int64
	UID          string
	Name         string
	HowKnown     string // how we know each other
	CommonGround string
	CoreValues   string
	Contact      string // one line: a number, an address, wherever they are found
	Notes        string
	CreatedAt    time.Time
}

// CleanName is a name as it is kept: spaces at the ends gone and runs of white space made one.
// A name needs at least one character that can be seen, and no control characters.
func CleanName(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", Errorf(CodeInvalid, "That name is not readable text (UTF-8); nothing was kept under it.")
	}
	name := strings.Join(strings.Fields(s), " ")
	switch {
	case strings.IndexFunc(name, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }) < 0:
		return "", Errorf(CodeInvalid, "A person needs a name.")
	case strings.IndexFunc(name, unicode.IsControl) >= 0:
		return "", Errorf(CodeInvalid, "A name cannot hold control characters.")
	case len(name) > MaxName:
		return "", Errorf(CodeInvalid, "A name can be at most %d bytes long; this one has %d.", MaxName, len(name))
	}
	return name, nil
}

// Validate checks the rules of a person: a name, as CleanName has it.
func (p Person) Validate() error {
	_, err := CleanName(p.Name)
	return err
}
