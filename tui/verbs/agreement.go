package verbs

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/widget"
	"bothways/tui/wording"
)

// agreementPageJSON is what `show NAME --agreement` answers; agreement is null where there is none.
type agreementPageJSON struct {
	Person    string         `json:"person"`
	Role      journal.Role   `json:"role"`
	Agreement *agreementJSON `json:"agreement"`
}

// shareable is an agreement without the lines told in confidence.
func shareable(a journal.Agreement) journal.Agreement {
	for _, part := range []*string{&a.ExpectMine, &a.ExpectTheirs, &a.Confidence, &a.Boundaries, &a.Feedback, &a.Often, &a.Ending} {
		*part = withoutPrivate(*part)
	}
	return a
}

// withoutPrivate is a text without the lines told in confidence: what is printed here is meant to be
// read by two.
func withoutPrivate(text string) string {
	return strings.Trim(journal.WithoutConfided(strings.ReplaceAll(text, "\r", "\n")), "\n")
}

// showAgreement writes the newest agreement of one relationship with p: the one of that role, or
// without a role the one of the last conversation. One that has ended can be read too.
func (a *app) showAgreement(cmd *cobra.Command, s *store.Store, p journal.PersonSummary, role journal.Role) error {
	rel, open, err := agreedIn(cmd.Context(), s, p, role)
	if err != nil {
		return onlyRead(err)
	}
	all, err := s.Agreements(cmd.Context(), rel.ID)
	if err != nil {
		return err
	}
	p, all = veiled(a.discreet.veil, p), veiled(a.discreet.veil, all)
	if a.json {
		out := agreementPageJSON{Person: p.Name, Role: rel.Role}
		if len(all) > 0 {
			shape := agreementShape(shareable(all[0]), rel.UID)
			out.Agreement = &shape
		}
		return a.writeJSON(out)
	}
	if len(all) == 0 {
		return a.line("Nothing is agreed on with %s yet (%s); the part “agreement” of the page between you is where it is written down.", safe.Line(p.Name), rel.Role.Phrase())
	}
	which := ""
	if open > 1 && role == "" {
		which = rel.Role.Phrase()
	}
	return a.agreementPage(p.Name, which, shareable(all[0]))
}

// agreedIn is the relationship whose agreement is meant, and how many open ones there are.
func agreedIn(ctx context.Context, s *store.Store, p journal.PersonSummary, role journal.Role) (journal.RelationshipSummary, int, error) {
	rel, open, err := s.ChooseRelationship(ctx, p.ID, role)
	if journal.ErrorCode(err) == journal.CodeNotFound {
		if past, ok := closedIn(p, role); ok {
			return past, 1, nil
		}
	}
	return rel, open, err
}

// closedIn is a relationship that is over, in that role where one is named.
func closedIn(p journal.PersonSummary, role journal.Role) (journal.RelationshipSummary, bool) {
	for _, r := range p.Relationships {
		if !r.State.Open() && (role == "" || r.Role == role) {
			return r, true
		}
	}
	return journal.RelationshipSummary{}, false
}

// agreementPage is an agreement as a page to read together.
func (a *app) agreementPage(name, which string, g journal.Agreement) error {
	if err := a.line("WHAT WE AGREE ON\n%s\n%s", joined("me and "+safe.Line(name), which), a.dayLong(g.On)); err != nil {
		return err
	}
	for _, part := range g.Parts(safe.Line(wording.FirstName(name))) {
		if journal.Blank(part.Text) {
			continue
		}
		if err := a.line("\n%s", part.Title); err != nil {
			return err
		}
		for _, row := range widget.Wrap(safe.Text(part.Text), a.page()-2, 0) {
			if err := a.line("%s", strings.TrimRight("  "+row, " ")); err != nil {
				return err
			}
		}
	}
	return nil
}
