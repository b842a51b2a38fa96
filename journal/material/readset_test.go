package material

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"bothways/journal"
)

// own is a question of a person's own set, with what it is where nothing says otherwise.
func own(text string, change ...func(*journal.Prompt)) journal.Prompt {
	p := journal.Prompt{Text: text, Role: journal.ForEither, Moment: journal.MomentAlone, Version: 1}
	for _, f := range change {
		f(&p)
	}
	return p
}

func TestReadSet(t *testing.T) {
	full := own("Who was there?\nBring them back.", func(p *journal.Prompt) {
		p.ID, p.SetID, p.Sources, p.Role, p.Moment = "mine/who", "mine", []journal.Source{"MFA", "A poem"}, journal.ForMentor, journal.MomentReview
		p.Seconds, p.Version, p.Language = 45, 3, "de-CH"
	})
	var twoHead []journal.Prompt
	for _, text := range []string{"One?", "Two?"} {
		twoHead = append(twoHead, own(text, func(p *journal.Prompt) { p.Role, p.Moment = journal.ForMentee, journal.MomentBefore }))
	}
	two := []journal.Prompt{own("One?"), own("Two?")}
	tests := []struct {
		name, text string
		want       journal.PromptSet
	}{
		{"OK least", "set: Mine\n\nOne?\n\nTwo?", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK line ends", "set: Mine\r\n\r\nOne?\r\n\r\nTwo?\r\n", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK old line ends", "set: Mine\r\rOne?\r\rTwo?\r", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK byte order mark", "\ufeffset: Mine\n\nOne?\n\nTwo?", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK blanks", "\n \t\nset: Mine  \n\u200b\n\n\n  One? \n \nTwo?\u00a0\n\n\n", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK notes", "# mine\nset: Mine\n# a\n\n# b\n\n# c\nOne?\n#d\n\nTwo?\n# e", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK capitals", "Set: Mine\nROLE: Mentee\nMoment : BEFORE\n\nOne?\n\nTwo?", journal.PromptSet{Title: "Mine", Prompts: twoHead}},
		{
			"OK all", "set: Mine\nid: mine\nabout: Of mine: all.\nrole: mentee\nmoment: before\nlanguage: de-CH\n\n" +
				"id: mine/who\nfrom: mfa, A poem,\nrole: mentor\nmoment: review\ntime: 45 s\nversion: 3\nWho was there?\nBring them back.",
			journal.PromptSet{ID: "mine", Title: "Mine", About: "Of mine: all.", Prompts: []journal.Prompt{full}},
		},
		{"OK keys left empty", "set: Mine\nid:\nabout:\nrole:\n\nid:\ntime:\nfrom:\nOne?\n\nTwo?", journal.PromptSet{Title: "Mine", Prompts: two}},
		{"OK words with a colon", "set: Mine\n\nTomorrow: who?\n\nhttp://example.org tells what?\n\nTo whom: her?", journal.PromptSet{
			Title: "Mine", Prompts: []journal.Prompt{own("Tomorrow: who?"), own("http://example.org tells what?"), own("To whom: her?")},
		}},
		{"OK a key below words", "set: Mine\n\nWho?\nrole: mentor", journal.PromptSet{Title: "Mine", Prompts: []journal.Prompt{own("Who?\nrole: mentor")}}},
		{"OK other scripts", "set: 問い\n\nだれ？\n\n今日：何？", journal.PromptSet{Title: "問い", Prompts: []journal.Prompt{own("だれ？"), own("今日：何？")}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, said := ReadSet(tt.text); len(said) > 0 || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %+v, %+v\nwant %+v", got, said, tt.want)
			}
		})
	}
}

func TestReadSetNotices(t *testing.T) {
	const head = "set: Mine\nid: mine\n\nFirst?\n\n" // five lines; what follows begins on line 6, counted from 1
	tests := []struct {
		name, text string
		line       int // counted from 0
		says       string
	}{
		{"ErrKey", head + "tiem: 30 seconds\nWho?", 5, "Line 6: “tiem” is not something a question has; use id, from, role, moment, time or version."},
		{"ErrKey slip with a capital", head + "Tmie: 30 seconds\nWho?", 5, "“tmie” is not something"},
		{"ErrKey second", head + "time: 30 s\nlength: 3\nWho?", 6, "Line 7: “length” is"},
		{"ErrTime", head + "time: soon\nWho?", 5, "Line 6: “soon” is not a time"},
		{"ErrTime too long", head + "time: 2 hours\nWho?", 5, "not a time"},
		{"ErrTime no unit", head + "time: 30\nWho?", 5, "not a time"},
		{"ErrTime none", head + "time: 0 s\nWho?", 5, "not a time"},
		{"ErrTime huge", head + "time: 99999999999999999999 s\nWho?", 5, "not a time"},
		{"ErrRole", head + "role: boss\nWho?", 5, "Line 6: \"boss\" is not whom"},
		{"ErrMoment", head + "moment: noon\nWho?", 5, "Line 6: \"noon\" is not a moment"},
		{"ErrVersion", head + "version: two\nWho?", 5, "Line 6: “two” is not a version"},
		{"ErrVersion none", head + "version: 0\nWho?", 5, "not a version"},
		{"ErrID", head + "id: a b\nWho?", 5, "cannot be an id"},
		{"ErrID control", head + "id: a\x1b[31m\nWho?", 5, "cannot be an id"},
		{"ErrTwice", head + "time: 3 s\ntime: 4 s\nWho?", 6, "“time” stands here twice"},
		{"ErrNoWords", head + "time: 3 s\n\nLast?", 5, "has no words"},
		{"ErrHeadKey", head + "about: mine\nWho?", 5, "“about” belongs to the first lines"},
		{"ErrSecondSet", head + "set: Other\n\nLast?", 5, "“set” belongs to the first lines"},
		{"ErrUTF8", head + "Who\xff?", 5, "is not UTF-8"},
		{"ErrUTF8 value", head + "from: \xff\nWho?", 5, "not UTF-8"},
		{"ErrTooLong", head + strings.Repeat("x", journal.MaxPromptText+1), 5, "has room for"},
		{"ErrLongValue", head + "time: " + strings.Repeat("é", 3000) + "\nWho?", 5, "é…” is not a time"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set, said := ReadSet(tt.text + "\n\nid: mine/last\nLast of all?")
			told := 0
			for _, n := range said {
				if n.Line == tt.line && strings.Contains(n.Text, tt.says) {
					told++
				}
			}
			if told != 1 || len([]rune(said[0].Text)) > 200 {
				t.Errorf("got %+v, want one of line %d with %q", said, tt.line, tt.says)
			}
			n := len(set.Prompts)
			if set.Title != "Mine" || n < 2 || set.Prompts[0].Text != "First?" || set.Prompts[n-1].ID != "mine/last" {
				t.Errorf("the others are not all kept: %+v", set)
			}
			for _, p := range set.Prompts {
				if strings.HasPrefix(p.Text, "Who") {
					t.Errorf("%+v is kept", p)
				}
			}
		})
	}
}

func TestReadSetHead(t *testing.T) {
	tests := []struct {
		name, text string
		line       int // of the only notice
		says       string
		title      string
		prompts    int
	}{
		{"ErrTitle", "One?\n\nTwo?", 0, "Line 1: the file begins with the title", "", 2},
		{"ErrTitle empty", "set:\n\nOne?", 0, "Line 1: “set” has no title", "", 1},
		{"ErrTitle UTF8", "set: \xff\n\nOne?", 0, "not UTF-8", "", 1},
		{"ErrNoQuestion", "set: Mine\n", -1, "There is no question in this file", "Mine", 0},
		{"ErrKey", "set: Mine\nrule: mentor\n\nOne?", 1, "“rule” is not something a set has", "Mine", 1},
		{"ErrRole", "set: Mine\nrole: boss\n\nOne?", 1, "is not whom", "Mine", 1},
		{"ErrMoment", "set: Mine\nmoment: noon\n\nOne?", 1, "is not a moment", "Mine", 1},
		{"ErrLanguage", "set: Mine\nlanguage: Swiss German\n\nOne?", 1, "is not a language", "Mine", 1},
		{"ErrID", "set: Mine\nid: my set\n\nOne?", 1, "cannot be an id", "Mine", 1},
		{"ErrTwice", "set: Mine\nset: Yours\n\nOne?", 1, "stands here twice", "Yours", 1},
		{"ErrWords", "set: Mine\nabout: A\nOne?\n\nTwo?", 2, "Line 3: a question stands on its own", "Mine", 1},
		{"ErrSameID", "set: Mine\n\nid: a\nOne?\n\nid: a\nTwo?", 5, "Line 6: the id a is taken by the question in line 3", "Mine", 1},
		{"ErrUTF16", "\xff\xfes\x00e\x00t\x00", -1, "not UTF-8", "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set, said := ReadSet(tt.text)
			if len(said) != 1 || said[0].Line != tt.line || !strings.Contains(said[0].Text, tt.says) {
				t.Errorf("got %+v, want one of line %d with %q", said, tt.line, tt.says)
			}
			if set.Title != tt.title || len(set.Prompts) != tt.prompts {
				t.Errorf("got %+v", set)
			}
		})
	}
}

// Several mistakes are told in the order of their lines, all of them.
func TestReadSetAll(t *testing.T) {
	set, said := ReadSet("set: Mine\n\ntime: never\nrole: boss\nOne?\n\nTwo?\n\nnote: x\nThree?\n\nid: ü/1\nFour?")
	if len(said) != 3 || said[0].Line != 2 || said[1].Line != 3 || said[2].Line != 8 {
		t.Errorf("got %+v", said)
	}
	if len(set.Prompts) != 2 || set.Prompts[0].Text != "Two?" || set.Prompts[1].ID != "ü/1" {
		t.Errorf("got %+v", set.Prompts)
	}
}

func TestReadTime(t *testing.T) {
	for s, want := range map[string]int{
		"30 seconds": 30, "45 s": 45, "45s": 45, "1 second": 1, "3 minutes": 180, "2 min": 120, "2 min.": 120, "1 Minute": 60, "60 min": 3600, "1 hour": 3600,
	} {
		if got, ok := readTime(s); !ok || got != want {
			t.Errorf("readTime(%q) = %d, %t; want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "s", "30", "-3 s", "0 min", "61 min", "3601 s", "2 hours", "3 days", "3 s 4", "1.5 min", "٣ s", "half a minute"} {
		if got, ok := readTime(s); ok || got != 0 {
			t.Errorf("readTime(%q) = %d, %t", s, got, ok)
		}
	}
}

func TestSlip(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"time", "time", true}, {"tiem", "time", true}, {"tim", "time", true}, {"timer", "time", true}, {"tame", "time", true}, {"itme", "time", true},
		{"emit", "time", false}, {"tam", "time", false}, {"", "id", false}, {"i", "id", true}, {"rôle", "role", true}, {"tomorrow", "moment", false},
	} {
		if got := slip(tt.a, tt.b); got != tt.want || slip(tt.b, tt.a) != got {
			t.Errorf("slip(%q, %q) = %t", tt.a, tt.b, got)
		}
	}
}

func FuzzReadSet(f *testing.F) {
	entries, err := fs.Glob(files, "*/*.txt")
	if err != nil || len(entries) == 0 {
		f.Fatal(entries, err)
	}
	for _, name := range entries {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, s := range []string{
		"", "\n", ":", "#", "set:", "set: a\n\nid: b", "\ufeff\r\n\r", "set: a\n\ntime: 1 s\n\n:", "set: a\r\rtiem: 3\rx\r", "\xff\xfe", "set: \xff\n\n\xff: \xff",
		"set: a\n\nid: x\nq\n\nid: x\nq\n\nversion: 99999999999999999999\nq", "İ: x\n\nset: a", "set: a\n\n" + strings.Repeat("x", journal.MaxPromptText+1),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		set, said := ReadSet(text)
		lines := strings.Count(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
		for i, n := range said {
			if n.Line < -1 || n.Line > lines || n.Text == "" || !utf8.ValidString(n.Text) || len(n.Text) > 400 {
				t.Fatalf("notice %+v in %d lines", n, lines+1)
			}
			if i > 0 && n.Line < said[i-1].Line {
				t.Fatalf("notices are not in order: %+v", said)
			}
		}
		if (set.Title == "" || len(set.Prompts) == 0) && len(said) == 0 {
			t.Fatalf("nothing is said of %+v", set)
		}
		seen := map[string]bool{}
		for _, p := range set.Prompts {
			if err := p.Validate(); err != nil || !utf8.ValidString(p.Text) || p.Version < 1 || p.SetID != set.ID || p.ID != "" && seen[p.ID] {
				t.Fatalf("%+v, %v", p, err)
			}
			seen[p.ID] = true
			// A question is read back from its own words.
			again, told := ReadSet("set: x\n\nid: x\n" + p.Text)
			if strings.Contains("\n"+p.Text, "\n#") {
				continue // there were spaces before it; now it is a note
			}
			if len(told) > 0 || len(again.Prompts) != 1 || again.Prompts[0].Text != p.Text {
				t.Fatalf("%q is read back as %+v, %+v", p.Text, again, told)
			}
		}
	})
}
