package verbs

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bothways/journal"
	"bothways/store"
	"bothways/tui/safe"
	"bothways/tui/wording"
)

func (a *app) prepareVerb() *cobra.Command {
	var roleWord string
	cmd := &cobra.Command{
		Use: "prepare NAME",
		Long: "One page to read before a conversation: what each of you said you would do,\n" +
			"what to raise, where you left off, and what you work toward.",
		Example:           "bothways prepare Sam",
		Args:              someName,
		ValidArgsFunction: a.completeName,
		RunE: func(cmd *cobra.Command, args []string) error {
			role, err := readRole(cmd, roleWord)
			if err != nil {
				return err
			}
			return a.withExisting(cmd.Context(), func(s *store.Store) error {
				about, err := find(cmd.Context(), s, strings.Join(args, " "), role)
				if err != nil {
					return onlyRead(err)
				}
				about.person, about.relationship = veiled(a.discreet.veil, about.person), veiled(a.discreet.veil, about.relationship)
				page := preparation{app: a, cmd: cmd, store: s, about: about}
				if a.json {
					return page.json()
				}
				return page.plain(role)
			})
		},
	}
	roleFlag(cmd, &roleWord, "of several relationships the one of this `ROLE`")
	a.jsonFlag(cmd)
	a.completeFlags(cmd)
	return cmd
}

// preparation is the page of one relationship. Its lists are read as they are written, since
// nothing says that they are short.
type preparation struct {
	*app
	cmd   *cobra.Command
	store *store.Store
	about about
}

func (p *preparation) actions(owner journal.Owner, each func(journal.ActionView) error) error {
	return pages(func(after store.Cursor) ([]journal.ActionView, store.Cursor, error) {
		rows, next, err := p.store.Actions(p.cmd.Context(), store.ActionQuery{
			RelationshipID: p.about.relationship.ID, Owner: owner, After: after, Limit: pageSize})
		return veiled(p.discreet.veil, rows), next, err
	}, each)
}

func (p *preparation) topics(each func(journal.TopicView) error) error {
	return pages(func(after store.Cursor) ([]journal.TopicView, store.Cursor, error) {
		rows, next, err := p.store.Topics(p.cmd.Context(), store.TopicQuery{
			RelationshipID: p.about.relationship.ID, After: after, Limit: pageSize})
		return veiled(p.discreet.veil, rows), next, err
	}, each)
}

// last is the last conversation, nil where there was none yet.
func (p *preparation) last() (*journal.SessionView, error) {
	found, _, err := p.store.Sessions(p.cmd.Context(), store.SessionQuery{RelationshipID: p.about.relationship.ID, Limit: 1})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return veiled(p.discreet.veil, &found[0]), nil
}

func (p *preparation) json() error {
	r := p.about.relationship
	last, err := p.last()
	if err != nil {
		return err
	}
	var lastShape *sessionJSON
	if last != nil {
		shape := sessionShape(*last)
		lastShape = &shape
	}
	question, err := p.goInWith()
	if err != nil {
		return err
	}
	object := jsonObject{w: p.out}
	err = object.Fields(named{"person", p.about.person.Name}, named{"role", r.Role}, named{"purpose", orNull(r.Purpose)},
		named{"last_session", instant(r.LastSession)}, named{"next_session", r.NextSession})
	if err != nil {
		return err
	}
	for _, side := range []struct {
		name  string
		owner journal.Owner
	}{{"actions_mine", journal.OwnerMe}, {"actions_theirs", journal.OwnerThem}} {
		err := object.List(side.name, func(list *jsonArray) error {
			return p.actions(side.owner, func(v journal.ActionView) error { return list.Add(p.actionShape(v)) })
		})
		if err != nil {
			return err
		}
	}
	err = object.List("topics", func(list *jsonArray) error {
		return p.topics(func(t journal.TopicView) error { return list.Add(topicViewShape(t)) })
	})
	if err != nil {
		return err
	}
	goals, err := p.goals()
	if err != nil {
		return err
	}
	if err := object.Fields(named{"last", lastShape}, named{"goals", shapes(goals, func(g journal.Goal) goalJSON { return goalShape(g, r.UID) })}, named{"prompt", question}); err != nil {
		return err
	}
	return object.Close()
}

func (p *preparation) plain(asked journal.Role) error {
	if err := p.head(asked); err != nil {
		return err
	}
	name := strings.ToUpper(safe.Line(wording.FirstName(p.about.person.Name)))
	empty := true
	heading := func(title string, first *bool) error {
		if !*first {
			return nil
		}
		*first, empty = false, false
		return p.line("\n%s", title)
	}
	for _, side := range []struct {
		title string
		owner journal.Owner
	}{{"I SAID I WOULD", journal.OwnerMe}, {name + " SAID", journal.OwnerThem}} {
		first := true
		err := p.actions(side.owner, func(v journal.ActionView) error {
			if err := heading(side.title, &first); err != nil {
				return err
			}
			return p.row(v)
		})
		if err != nil {
			return err
		}
	}
	if err := p.toRaise(heading); err != nil {
		return err
	}
	last, err := p.last()
	if err != nil {
		return err
	}
	if last != nil {
		empty = false
		if err := p.lastTime(*last); err != nil {
			return err
		}
	}
	some, err := p.workingToward()
	if err != nil {
		return err
	}
	if empty && !some {
		if err := p.line("\nNothing is open and there is nothing to raise yet."); err != nil {
			return err
		}
	}
	question, err := p.goInWith()
	if err != nil || question == nil {
		return err
	}
	if err := p.line("\nTO GO IN WITH"); err != nil {
		return err
	}
	return p.question(question.Text, "  ")
}

// toRaise prints what is to be raised, what is hard to ask apart from the rest.
func (p *preparation) toRaise(heading func(title string, first *bool) error) error {
	for _, part := range []struct {
		title string
		hard  bool
		row   func(journal.Topic) error
	}{{"TO RAISE", false, p.topicRow}, {"HARD TO ASK", true, p.hardRow}} {
		first := true
		err := p.topics(func(t journal.TopicView) error {
			if t.Hard != part.hard {
				return nil
			}
			if err := heading(part.title, &first); err != nil {
				return err
			}
			return part.row(t.Topic)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// lastTime is the conversation before this one.
func (p *preparation) lastTime(v journal.SessionView) error {
	if err := p.line("\nLAST TIME, %s", strings.ToUpper(p.sessionHead(v))); err != nil {
		return err
	}
	if err := p.checkIn(v.CheckIn); err != nil {
		return err
	}
	return p.block(v.Note)
}

// goInWith is the question to go in with, nil where none fits.
func (p *preparation) goInWith() (*askedJSON, error) {
	q, err := p.store.Questions(p.cmd.Context())
	if err != nil {
		return nil, err
	}
	at := journal.Occasion{Day: journal.DateOf(p.now()), Moment: journal.MomentBefore, Roles: []journal.Role{p.about.relationship.Role}}
	for _, o := range journal.Offer(q, at, 1) {
		return askedShape(veiled(p.discreet.veil, o.Prompt.Asked())), nil
	}
	return nil, nil
}

// head says whom the page is about, in which role, and when they talk.
func (p *preparation) head(asked journal.Role) error {
	r, now := p.about.relationship, p.now()
	standings, err := p.store.Standings(p.cmd.Context(), []int64{r.ID})
	if err != nil {
		return err
	}
	today := journal.DateOf(now)
	var facts []string
	for _, c := range journal.Comings(today, r.Relationship, standings[r.ID]) {
		facts = append(facts, p.config.Dates.Coming(c, r.Role, today))
	}
	if err := p.line("%s", joined(safe.Line(p.about.person.Name), r.Role.Phrase(), safe.Line(r.Purpose))); err != nil {
		return err
	}
	if err := p.line("%s", joined(append(facts, wording.LastTalked(r.LastSession, now))...)); err != nil {
		return err
	}
	if p.about.open > 1 && asked == "" {
		return p.line("There are %s open with %s; this is the latest one, and --role says another.",
			plural(p.about.open, "relationship"), safe.Line(p.about.person.Name))
	}
	return nil
}

// row is an action without the name of the person, whom the whole page is about.
func (p *preparation) row(v journal.ActionView) error {
	today := journal.DateOf(p.now())
	due := p.config.Dates.Echo(v.Due, today)
	if due == "" {
		due = "-"
	}
	return p.lineOf(fmt.Sprintf("  %s  %s %-*s  ", endOf(v.UID), wording.ActionSign(v.Action, today), dueWidth, due), actionWords(v.Action))
}
