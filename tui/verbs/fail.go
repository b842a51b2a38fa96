package verbs

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"bothways/journal"
)

// usageError is a command that was typed wrongly: the sentence about it, and the verb whose help
// says how it goes.
type usageError struct {
	message string
	verb    string // as typed after bothways, "" for none
}

func (e *usageError) Error() string { return e.message }

// misused makes a usageError about cmd.
func misused(cmd *cobra.Command, format string, args ...any) error {
	verb := strings.TrimSpace(strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name()))
	return &usageError{fmt.Sprintf(format, args...), verb}
}

// misread is misused for an argument that could not be read; err says why.
func misread(cmd *cobra.Command, err error) error {
	return misused(cmd, "%s", journal.ErrorMessage(err))
}

// report says err beside the answer and returns the exit status for it.
func (a *app) report(err error) int {
	var usage *usageError
	switch {
	case err == nil, readerLeft(err):
		return exitOK
	case errors.As(err, &usage):
		help := strings.TrimSpace("bothways " + usage.verb)
		a.aside("%s", usage.message)
		a.aside("`%s --help` shows how it goes.", help)
		return exitUsage
	}
	switch journal.ErrorCode(err) {
	case journal.CodeNotFound, journal.CodeAmbiguous: // which tell what was typed
	default:
		a.nothingRead()
	}
	a.aside("%s", journal.ErrorMessage(err))
	return exitFailed
}

// flagError turns what the flag reader says into a sentence of our own.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedShortnames()
		}
		return misused(cmd, "`%s` has no %s.", cmd.CommandPath(), name)
	case errors.As(err, &missing):
		return misused(cmd, "--%s needs a value after it.", missing.GetFlag().Name)
	case errors.As(err, &invalid):
		f := invalid.GetFlag()
		return misused(cmd, "“%s” is not something --%s can be; it takes %s.", invalid.GetValue(), f.Name, valueKind(f))
	}
	return misused(cmd, "The flags of `%s` could not be read.", cmd.CommandPath())
}

// valueKind says in words what a flag takes.
func valueKind(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "int", "uint64":
		return "a whole number"
	case "bool":
		return "nothing after it"
	}
	return "words"
}

// readerLeft reports whether err is about a pipe whose reader has gone, as after `| head`: they
// have seen enough, and nothing failed.
func readerLeft(err error) bool {
	const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // what Windows calls it
	if errors.Is(err, io.ErrClosedPipe) || errors.Is(err, syscall.EPIPE) {
		return true
	}
	return runtime.GOOS == "windows" && (errors.Is(err, brokenPipe) || errors.Is(err, noData))
}
