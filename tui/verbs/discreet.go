package verbs

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
)

// discretion is what --discreet asks for. What was read to be printed goes through veiled first, and
// a sentence beside the answer through told; what was typed is looked for, and kept, as it is.
type discretion struct {
	on    bool         // --discreet was given
	veil  journal.Veil // hides nothing while on is not set
	asked bool         // the names were looked for, whether or not they could be read
	names []string     // of the people there are
	typed []string     // names that were typed, of people the journal may not have
	files []string     // names of files that were typed
}

// discreetFlag gives every verb --discreet.
func (a *app) discreetFlag(root *cobra.Command) {
	root.PersistentFlags().BoolVar(&a.discreet.on, "discreet", false, "names as initials, what is private hidden")
}

// hide reads whom to hide, where that is asked for. It is asked again once somebody new is there.
func (a *app) hide(ctx context.Context, s *store.Store) (err error) {
	if a.discreet.on {
		a.discreet.names, err = s.Names(ctx)
		a.discreet.renew()
	}
	return err
}

func (d *discretion) renew() {
	d.asked, d.veil = true, journal.NewVeil(append(slices.Clone(d.names), d.typed...))
}

// hideTyped hides a name that was typed, and that nobody may have yet.
func (a *app) hideTyped(name string) {
	if len([]rune(strings.TrimSpace(name))) < 2 { // a single letter stands in too many words
		return
	}
	a.discreet.typed = append(a.discreet.typed, name)
	if a.discreet.asked {
		a.discreet.renew()
	}
}

// hideUnopened reads whom to hide where nothing opened the journal yet: what was typed wrongly is told
// before that. Where it cannot be read no word of it can be told either.
func (a *app) hideUnopened() {
	a.discreet.renew()
	ctx := context.Background()
	at, err := a.findJournal(ctx)
	if err != nil || !at.exists {
		return
	}
	s, err := store.Open(ctx, store.Options{Path: at.path, Now: a.now, Program: a.program()})
	if err != nil {
		return
	}
	_ = a.hide(ctx, s)
	_ = s.Close() // it was only read
}

// nothingRead has a journal that was not opened left alone: it may be what is wrong, and no word of it can
// be told.
func (a *app) nothingRead() {
	if a.discreet.on && !a.discreet.asked {
		a.discreet.renew()
	}
}

// told is a sentence that leaves beside the answer.
func (a *app) told(text string) string {
	if !a.discreet.on {
		return text
	}
	if !a.discreet.asked {
		a.hideUnopened()
	}
	// A word that was cut short may be a part of a name, by which that is not known.
	text = regexp.MustCompile(`[\pL\pM]+…([”)])`).ReplaceAllString(text, "…$1")
	var b strings.Builder
	from := 0
	for _, at := range a.typedAgain().FindAllStringIndex(text, -1) {
		b.WriteString(a.discreet.veil.Words(text[from:at[0]]))
		b.WriteString(text[at[0]:at[1]])
		from = at[1]
	}
	b.WriteString(a.discreet.veil.Words(text[from:]))
	return b.String()
}

// typedAgain finds what a sentence tells to be typed again, and has no word of the journal: the names of
// files and folders, and ids or the ends of them.
func (a *app) typedAgain() *regexp.Regexp {
	names := append(slices.Clone(a.discreet.files), filepath.Clean(os.TempDir()))
	if path, _, err := a.journalPath(); err == nil {
		names = append(names, path)
		if whole, err := filepath.Abs(path); err == nil {
			names = append(names, whole, filepath.Dir(whole))
		}
	}
	slices.SortFunc(names, func(x, y string) int { return len(y) - len(x) })
	var all []string
	for _, name := range names {
		if len(name) > 1 && strings.ContainsAny(name, `/\.`) { // another may be that of a person as well
			all = append(all, regexp.QuoteMeta(name))
		}
	}
	all = append(all, `\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`)
	for digit := range shortID { // a word of that length has none
		all = append(all, fmt.Sprintf(`\b[0-9a-f]{%d}[0-9][0-9a-f]{%d}\b`, digit, shortID-1-digit))
	}
	return regexp.MustCompile(strings.Join(all, "|"))
}

// readDiscretion looks for the flag in what was typed, since of flags that are wrong those behind the
// first mistake are not read, and for the names of files.
func (a *app) readDiscretion(args []string) {
	for _, word := range args {
		if word == "--" {
			break
		}
		a.discreet.on = a.discreet.on || word == "--discreet"
	}
	for _, word := range args {
		if flag, value, ok := strings.Cut(word, "="); ok && strings.HasPrefix(flag, "--") {
			word = value
		}
		if !strings.ContainsAny(word, `/\`) {
			continue
		}
		if _, err := os.Lstat(filepath.Dir(word)); err == nil {
			a.discreet.files = append(a.discreet.files, word)
		}
	}
}
