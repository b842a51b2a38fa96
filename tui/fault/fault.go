package fault

import (
	"fmt"
	"path"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"time"
)

// Fault is a panic that was caught.
type Fault struct {
	kind  string   // the type of the value
	said  string   // what the runtime said of it; "" for a value of anybody else's
	stack []string // innermost first
}

// Error names the sort of fault and nothing that was in it.
func (f *Fault) Error() string {
	if f.said != "" {
		return f.said
	}
	return "a panic with a " + f.kind
}

// maxFrames is how many calls of a stack are kept.
const maxFrames = 64

// Caught is the fault that value, not nil, was recovered from. It is to be called by the deferred
// function itself: the calls that led to the panic are still there then.
func Caught(value any) *Fault {
	f := &Fault{kind: fmt.Sprintf("%T", value)}
	if err, ok := value.(runtime.Error); ok && isRuntimes(value) {
		f.said = err.Error()
	}
	pcs := make([]uintptr, maxFrames)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		frame, more := frames.Next()
		if frame.Function != "" {
			f.stack = append(f.stack, fmt.Sprintf("%s (%s:%d)", frame.Function, path.Base(filepath.ToSlash(frame.File)), frame.Line))
		}
		if !more {
			return f
		}
	}
}

// isRuntimes reports whether a value is of a type of the runtime's own. Those word only numbers and
// the names of types.
func isRuntimes(value any) bool {
	t := reflect.TypeOf(value)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.PkgPath() == "runtime"
}

// Try runs do, and answers a *Fault where it panics.
func Try(do func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = Caught(v)
		}
	}()
	return do()
}

// Go runs do in a goroutine of its own. Where it panics then is told, unless that is nil; the
// program goes on.
func Go(do func(), then func(*Fault)) {
	go guarded(do, then)
}

// After runs do in a goroutine of its own once d has passed, as Go does.
func After(d time.Duration, do func(), then func(*Fault)) *time.Timer {
	return time.AfterFunc(d, func() { guarded(do, then) })
}

func guarded(do func(), then func(*Fault)) {
	defer func() {
		if v := recover(); v != nil && then != nil {
			then(Caught(v))
		}
	}()
	do()
}

// text is the report: at is when, and about are more lines of it.
func (f *Fault) text(at time.Time, about []string) string {
	var b strings.Builder
	b.WriteString("Bothways had to stop because of a fault of its own. This report has no word of the journal in it.\n\n")
	fmt.Fprintf(&b, "when: %s\n%s\n", at.Format(time.RFC3339), build())
	for _, line := range about {
		b.WriteString(line + "\n")
	}
	fmt.Fprintf(&b, "kind: %s\n", f.kind)
	if f.said != "" {
		fmt.Fprintf(&b, "said: %s\n", f.said)
	}
	b.WriteString("\nwhere, innermost first:\n")
	for _, call := range f.stack {
		b.WriteString("  " + call + "\n")
	}
	return b.String()
}
