package journal

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestParseMoment(t *testing.T) {
	for _, m := range Moments() {
		for _, s := range []string{string(m), " " + strings.ToUpper(string(m)) + "\t"} {
			if got, err := ParseMoment(s); err != nil || got != m {
				t.Errorf("ParseMoment(%q) = %q, %v", s, got, err)
			}
		}
	}
	for _, s := range []string{"", "bef", "noon", "after all"} {
		got, err := ParseMoment(s)
		if got != "" {
			t.Errorf("ParseMoment(%q) = %q", s, got)
		}
		wantInvalid(t, err, "alone, choosing, before, after, review or ending")
	}
}

func TestParsePromptRole(t *testing.T) {
	for _, r := range PromptRoles() {
		for _, s := range []string{string(r), " " + strings.ToUpper(string(r))} {
			if got, err := ParsePromptRole(s); err != nil || got != r {
				t.Errorf("ParsePromptRole(%q) = %q, %v", s, got, err)
			}
		}
	}
	for _, s := range []string{"", "mutual", "both", "mentors"} {
		got, err := ParsePromptRole(s)
		if got != "" {
			t.Errorf("ParsePromptRole(%q) = %q", s, got)
		}
		wantInvalid(t, err, "mentor, mentee or either")
	}
}

func TestPromptRoleFits(t *testing.T) {
	fits := map[PromptRole][]Role{
		ForEither: {RoleMentor, RoleMentee, RoleMutual},
		ForMentor: {RoleMentor, RoleMutual},
		ForMentee: {RoleMentee, RoleMutual},
	}
	for _, p := range PromptRoles() {
		for _, r := range Roles() {
			if got := p.Fits(r); got != slices.Contains(fits[p], r) {
				t.Errorf("%s.Fits(%s) = %t", p, r, got)
			}
		}
	}
}

func TestSourceTitle(t *testing.T) {
	titles := map[string]bool{}
	for _, s := range []Source{SourceOTO, SourceWIM, SourceINT, SourceMFA, SourceOU} {
		if s.Title() == string(s) || s.Title() == "" {
			t.Errorf("%q has no title", s)
		}
		titles[s.Title()] = true
	}
	if len(titles) != 5 {
		t.Errorf("sources share a title: %v", titles)
	}
	if got := Source("A poem").Title(); got != "A poem" {
		t.Errorf("got %q", got)
	}
}

func TestPromptValidate(t *testing.T) {
	ok := Prompt{ID: "a/b", SetID: "a", Text: "Who was there?", Role: ForEither, Moment: MomentAlone, Version: 1}
	change := func(f func(*Prompt)) Prompt {
		p := ok
		f(&p)
		return p
	}
	tests := []struct {
		name string
		p    Prompt
		says string
	}{
		{"OK", ok, ""},
		{"OK as long as can be", change(func(p *Prompt) { p.Text = strings.Repeat("x", MaxPromptText) }), ""},
		{"OK an hour", change(func(p *Prompt) { p.Seconds = MaxPromptSeconds }), ""},
		{"OK no id yet", change(func(p *Prompt) { p.ID, p.SetID = "", "" }), ""},
		{"ErrNoWords", change(func(p *Prompt) { p.Text = " \n\u200b" }), "a few words"},
		{"ErrTooLong", change(func(p *Prompt) { p.Text = strings.Repeat("x", MaxPromptText+1) }), "has room for"},
		{"ErrTime", change(func(p *Prompt) { p.Seconds = MaxPromptSeconds + 1 }), "up to an hour"},
		{"ErrTime negative", change(func(p *Prompt) { p.Seconds = -1 }), "up to an hour"},
		{"ErrRole", change(func(p *Prompt) { p.Role = "" }), "whom a question is for"},
		{"ErrMoment", change(func(p *Prompt) { p.Moment = "noon" }), "not a moment"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.p.Validate(), tt.says) })
	}
}

func TestPromptAsked(t *testing.T) {
	p := Prompt{ID: "a/b", SetID: "a", Text: "Who?\nWrite.", Language: "en", Version: 3, Role: ForMentor, Moment: MomentAfter, Seconds: 30}
	want := Asked{PromptID: "a/b", SetID: "a", Question: "Who?\nWrite.", Language: "en", Version: 3}
	if got := p.Asked(); got != want {
		t.Errorf("got %+v", got)
	}
}

func TestPromptSetVisible(t *testing.T) {
	s := PromptSet{Prompts: []Prompt{{ID: "a"}, {ID: "b", Hidden: true}, {ID: "c"}}}
	if got := s.Visible(); len(got) != 2 || got[0].ID != "a" || got[1].ID != "c" {
		t.Errorf("got %+v", got)
	}
	if len(s.Prompts) != 3 || s.Prompts[1].ID != "b" {
		t.Errorf("the set changed: %+v", s.Prompts)
	}
}

func TestQuestions(t *testing.T) {
	may, june := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	q := Questions{
		Sets: []PromptSet{
			{ID: "a", Prompts: []Prompt{{ID: "a/1"}, {ID: "a/2"}, {ID: "a/3"}}},
			{ID: "b", Prompts: []Prompt{{ID: "b/1", Hidden: true}}},
		},
		Answered: map[string]Answered{"a/1": {Last: june, Before: may}, "a/2": {Last: may}},
	}
	if s, ok := q.Set("b"); !ok || s.ID != "b" {
		t.Errorf("Set: %+v, %t", s, ok)
	}
	if p, ok := q.Prompt("b/1"); !ok || p.ID != "b/1" {
		t.Errorf("Prompt: %+v, %t", p, ok)
	}
	if _, ok := q.Set("a/1"); ok {
		t.Error("a prompt is no set")
	}
	if _, ok := q.Prompt("a"); ok {
		t.Error("a set is no prompt")
	}
	if got := q.LastAnswered(q.Sets[0]); !got.Equal(june) {
		t.Errorf("LastAnswered: %v", got)
	}
	if got := q.LastAnswered(q.Sets[1]); !got.IsZero() {
		t.Errorf("LastAnswered of what never was: %v", got)
	}
	if got := (Questions{}).LastAnswered(q.Sets[0]); !got.IsZero() {
		t.Errorf("LastAnswered without answers: %v", got)
	}
}
