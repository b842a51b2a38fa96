package verbs

import (
	"fmt"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/tui/config"
	"bothways/tui/safe"
)

func (a *app) configVerb() *cobra.Command {
	return &cobra.Command{
		Use: "config",
		Long: "Prints the settings in force, as a file that sets them: what each is for,\n" +
			"what it can be and where it comes from, and the actions whose keys can be set.\n" +
			"The file that is read is config.toml in the folder bothways of your settings, on\n" +
			"most systems ~/.config/bothways/config.toml; put there what you want changed. It\n" +
			"is never written. What cannot be in it is said, and the status is 1 then.",
		Example: "bothways config > settings.toml",
		Args:    noWords,

		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			if _, err := a.out.WriteString(safe.Text(a.config.String())); err != nil {
				return err
			}
			if len(a.faults) == 0 {
				return nil
			}
			if err := a.out.Flush(); err != nil {
				return unwritable(err)
			}
			last := a.faults[len(a.faults)-1]
			for _, err := range a.faults[:len(a.faults)-1] {
				a.aside("%s", journal.ErrorMessage(err))
			}
			a.faults = nil
			return last
		},
	}
}

// sayFaults says what is wrong in the config file, beside the answer: the usual was in force instead.
// Keys matter on the screens alone, so what is wrong with them is said there and by config.
func (a *app) sayFaults() {
	for _, err := range a.faults {
		if !config.OfKeys(err) {
			a.aside("%s", journal.ErrorMessage(err))
		}
	}
	a.faults = nil
}

// configNews is what is wrong in the config file, in one sentence for the screen that is about to open;
// "" for nothing.
func (a *app) configNews() string {
	if len(a.faults) == 0 {
		return ""
	}
	said := safe.Line(journal.ErrorMessage(a.faults[0]))
	if n := len(a.faults) - 1; n > 0 {
		said += fmt.Sprintf(" `bothways config` says this and %d more.", n)
	}
	a.faults = nil
	return said
}
