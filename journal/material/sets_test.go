package material

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothways/journal"
)

func TestSets(t *testing.T) {
	sets, _ := builtIn(t)
	var ids []string
	prompts := 0
	seen, used := map[string]bool{}, map[journal.Source]bool{}
	for _, s := range sets {
		ids = append(ids, s.ID)
		prompts += len(s.Prompts)
		if s.Title == "" || s.About == "" || s.Own || s.Hidden || s.At != "" || len(s.Prompts) < 3 {
			t.Errorf("%s: %d questions, %+v", s.ID, len(s.Prompts), s)
		}
		for _, p := range s.Prompts {
			if err := p.Validate(); err != nil {
				t.Errorf("%s: %v", p.ID, err)
			}
			if seen[p.ID] {
				t.Errorf("%s is there twice", p.ID)
			}
			seen[p.ID] = true
			if !regexp.MustCompile(`^` + s.ID + `/[a-z]+(-[a-z]+)*$`).MatchString(p.ID) {
				t.Errorf("%s: an id is the set's, a slash and small letters with hyphens", p.ID)
			}
			if p.SetID != s.ID || p.Language != "en" || p.Version < 1 || p.Own || p.Hidden || len(p.Sources) == 0 {
				t.Errorf("%+v", p)
			}
			for _, source := range p.Sources {
				used[source] = true
			}
		}
	}
	want := []string{
		"meaning", "thirty-seconds", "before-as-mentor", "before-as-mentee", "after-as-mentor", "after-as-mentee",
		"critical-friend", "choosing", "still-good", "looking-after-the-mentor", "both-directions", "ending-well",
	}
	if !slices.Equal(ids, want) {
		t.Errorf("sets are %q, want %q", ids, want)
	}
	if prompts < 60 {
		t.Errorf("there are %d questions, want at least 60", prompts)
	}
	if len(used) != len(sources()) {
		t.Errorf("questions are from %v", used)
	}
	for source := range used {
		if source.Title() == string(source) {
			t.Errorf("%q is no source", source)
		}
	}
}

// What others rely on: the two exercises with a time come first in their sets, and a set that is
// for an occasion is only for that one.
func TestSetsShape(t *testing.T) {
	sets, _ := builtIn(t)
	all := journal.Questions{Sets: sets}
	timed := map[string]int{"thirty-seconds/moment": 30, "meaning/in-your-words": 180}
	for _, s := range sets {
		for i, p := range s.Prompts {
			if p.Seconds != timed[p.ID] || p.Seconds > 0 && i > 0 {
				t.Errorf("%s, number %d of its set, takes %d seconds", p.ID, i+1, p.Seconds)
			}
		}
	}
	for _, tt := range []struct {
		set    string
		role   journal.PromptRole // "" for any
		moment journal.Moment
	}{
		{"meaning", journal.ForEither, journal.MomentAlone},
		{"thirty-seconds", journal.ForEither, journal.MomentAlone},
		{"before-as-mentor", journal.ForMentor, journal.MomentBefore},
		{"before-as-mentee", journal.ForMentee, journal.MomentBefore},
		{"after-as-mentor", journal.ForMentor, journal.MomentAfter},
		{"after-as-mentee", journal.ForMentee, journal.MomentAfter},
		{"choosing", "", journal.MomentChoosing},
		{"still-good", "", journal.MomentReview},
		{"looking-after-the-mentor", journal.ForMentor, journal.MomentAlone},
		{"both-directions", journal.ForEither, journal.MomentAlone},
		{"ending-well", "", journal.MomentEnding},
	} {
		s, ok := all.Set(tt.set)
		if !ok {
			t.Errorf("no set %s", tt.set)
		}
		for _, p := range s.Prompts {
			if p.Moment != tt.moment || tt.role != "" && p.Role != tt.role {
				t.Errorf("%s is for %s %s", p.ID, p.Moment, p.Role)
			}
		}
	}
	// Choosing goes both ways round, and a critical friend is for after a talk and for oneself.
	for _, tt := range []struct {
		set  string
		role journal.PromptRole
		when journal.Moment
	}{
		{"choosing", journal.ForMentee, journal.MomentChoosing}, {"choosing", journal.ForMentor, journal.MomentChoosing},
		{"critical-friend", journal.ForEither, journal.MomentAfter}, {"critical-friend", journal.ForEither, journal.MomentAlone},
	} {
		s, _ := all.Set(tt.set)
		if !slices.ContainsFunc(s.Prompts, func(p journal.Prompt) bool { return p.Role == tt.role && p.Moment == tt.when }) {
			t.Errorf("%s has none for %s %s", tt.set, tt.role, tt.when)
		}
	}
}

// Whoever changes what they were given changes nothing for the next one.
func TestSetsFresh(t *testing.T) {
	sets, cards := builtIn(t)
	sets[0].Prompts[0].Text, cards[0].Body[0] = "", ""
	if sets, cards := builtIn(t); sets[0].Prompts[0].Text == "" || cards[0].Body[0] == "" {
		t.Error("sets or cards are shared")
	}
}

func TestLanguage(t *testing.T) {
	sets, cards := builtIn(t)
	const longestLine = 110
	doubled := regexp.MustCompile(`(?i)\band (how|what|when|where|which|who|whom|whose|why)\b`)
	for _, s := range sets {
		for _, p := range s.Prompts {
			lines := strings.Split(p.Text, "\n")
			if strings.Count(p.Text, "?") > 1 || doubled.MatchString(p.Text) {
				t.Errorf("%s asks two things at once: %q", p.ID, p.Text)
			}
			if len(lines) > 3 || len(p.Text) < 20 {
				t.Errorf("%s is too long or too short: %q", p.ID, p.Text)
			}
			for _, line := range lines {
				if len(line) > longestLine || line == "" {
					t.Errorf("%s: a line has 1 to %d letters: %q", p.ID, longestLine, line)
				}
			}
			if strings.Contains(p.Text, " I ") || strings.Contains(p.Text, " my ") {
				t.Errorf("%s is not in the second person: %q", p.ID, p.Text)
			}
		}
		if len(s.Title) > 40 || len(s.About) > 90 {
			t.Errorf("%s: title or sentence are too long", s.ID)
		}
	}
	for _, l := range texts(sets, cards) {
		if strings.Contains(l.text, "!") || strings.Contains(l.text, "  ") || strings.TrimSpace(l.text) != l.text {
			t.Errorf("%s: %q", l.place, l.text)
		}
		if gendered := regexp.MustCompile(`(?i)\b(he|she|him|his|her|hers)\b`); gendered.MatchString(l.text) {
			t.Errorf("%s is about a man or a woman: %q", l.place, l.text)
		}
		if strings.IndexFunc(l.text, func(r rune) bool {
			return r < ' ' && r != '\n' || r > '~' && !strings.ContainsRune("“”‘’…–é", r)
		}) >= 0 {
			t.Errorf("%s has a letter few keyboards have: %q", l.place, l.text)
		}
	}
}
