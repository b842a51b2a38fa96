package verbs

import (
	"strings"

	"bothways/journal"
)

// The types here are what scripts read of reflecting, under the same rules as those in shapes.go.

type setJSON struct {
	ID           string       `json:"id"`
	Title        string       `json:"title"`
	Prompts      []promptJSON `json:"prompts"`
	About        *string      `json:"about"`
	Own          bool         `json:"own"`
	Hidden       bool         `json:"hidden"`
	LastAnswered *string      `json:"last_answered"`
}

type promptJSON struct {
	ID           string             `json:"id"`
	Text         string             `json:"text"`
	Sources      []journal.Source   `json:"sources"` // their keys
	Role         journal.PromptRole `json:"role"`
	Moment       journal.Moment     `json:"moment"`
	Seconds      *int               `json:"seconds"`
	Own          bool               `json:"own"`
	Hidden       bool               `json:"hidden"`
	LastAnswered *string            `json:"last_answered"`
}

// askedJSON is a question as it was or is put to somebody.
type askedJSON struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type reflectionJSON struct {
	ID       string   `json:"id"`
	At       *string  `json:"at"`
	Question *string  `json:"question"` // as it was asked, null for free words
	Text     string   `json:"text"`
	Prompt   *string  `json:"prompt"` // its id
	Person   *string  `json:"person"`
	Seconds  *int     `json:"seconds"`
	Actions  []string `json:"actions"` // their ids

	Exchanges []exchangeJSON `json:"exchanges"`
	Topics    []topicJSON    `json:"topics"`
	Shift     *string        `json:"shift"`
}

type answeredJSON struct {
	Reflection string     `json:"reflection"`
	Prompt     *askedJSON `json:"prompt"`
	Person     *string    `json:"person"`
	cameJSON
}

// takenJSON is what became of a file of sets.
type takenJSON struct {
	Title   string         `json:"title"` // of the first set
	Added   int            `json:"added"` // in all sets, as is the next one
	Changed int            `json:"changed"`
	LeftOut int            `json:"left_out"`
	Sets    []takenSetJSON `json:"sets"`
	Notices []string       `json:"notices"`
}

// takenSetJSON is what became of one of them. SetChanged is its title or the sentence about it.
type takenSetJSON struct {
	Title      string `json:"title"`
	Added      int    `json:"added"`
	Changed    int    `json:"changed"`
	SetChanged bool   `json:"set_changed"`
	Reordered  bool   `json:"reordered"`
}

// checkInJSON is a check-in as part of its conversation.
type checkInJSON struct {
	Energy        *int     `json:"energy"`
	Trust         *int     `json:"trust"`
	Listening     *int     `json:"listening"` // in tenths, as are the next two
	Asking        *int     `json:"asking"`
	Advising      *int     `json:"advising"`
	Needs         []string `json:"needs"`
	Interventions []string `json:"interventions"`
	Moves         []string `json:"moves"`
	Relations     []string `json:"relations"`
}

func setShape(q journal.Questions, s journal.PromptSet) setJSON {
	return setJSON{
		ID: s.ID, Title: s.Title, About: orNull(s.About), Own: s.Own, Hidden: s.Hidden, LastAnswered: instant(q.LastAnswered(s)),
		Prompts: shapes(s.Prompts, func(p journal.Prompt) promptJSON {
			return promptJSON{
				ID: p.ID, Text: p.Text, Sources: append([]journal.Source{}, p.Sources...), Role: p.Role, Moment: p.Moment,
				Seconds: orNull(p.Seconds), Own: p.Own, Hidden: p.Hidden, LastAnswered: instant(q.Answered[p.ID].Last),
			}
		}),
	}
}

// askedShape is nil for free words.
func askedShape(q journal.Asked) *askedJSON {
	if q.PromptID == "" {
		return nil
	}
	return &askedJSON{q.PromptID, q.Question}
}

func reflectionShape(v journal.ReflectionView) reflectionJSON {
	return reflectionJSON{
		ID: v.UID, At: instant(v.At), Question: orNull(v.Question), Text: v.Text, Prompt: orNull(v.PromptID),
		Person: orNull(v.PersonName), Seconds: orNull(v.Seconds),
		Actions:   shapes(v.Actions, func(a journal.Action) string { return a.UID }),
		Exchanges: shapes(v.Exchanges, exchangeShape), Topics: shapes(v.Topics, topicShape), Shift: orNull(strings.Join(v.Shifts, "\n")),
	}
}

func checkInShape(c journal.CheckIn) checkInJSON {
	out := checkInJSON{
		Energy: c.Energy, Trust: orNull(c.Trust), Needs: append([]string{}, c.Needs...),
		Interventions: append([]string{}, c.Interventions...), Moves: append([]string{}, c.Moves...),
		Relations: append([]string{}, c.Relations...),
	}
	if s := c.Split; !s.IsZero() {
		out.Listening, out.Asking, out.Advising = &s.Listening, &s.Asking, &s.Advising
	}
	return out
}
